/** Tells of single keys pressed on a keyboard; a phone has none. Returns the way to stop. */
export function listenKeys(_onKey: (key: string) => void): () => void {
  return () => undefined;
}
