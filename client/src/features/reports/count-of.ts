/** What was typed as a count; null for nothing or no number. */
export function countOf(typed: string): number | null {
  const text = typed.trim();
  return /^\d{1,6}$/.test(text) ? Number(text) : null;
}
