/** Saves a fetched file under that name, as browsers do. */
export async function keepFile(path: string, name: string): Promise<void> {
  const link = document.createElement('a');
  link.href = path;
  link.download = name;
  link.click();
  // The download has begun once the click is handled.
  setTimeout(() => URL.revokeObjectURL(path), 60_000);
}
