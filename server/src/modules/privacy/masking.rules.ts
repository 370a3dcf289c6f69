/** 刘*芳, 陈*, 王女士 → 王**: enough to recognise oneself, not enough to be known. Counted by code point. */
export function maskName(name: string): string {
  const letters = [...name.trim()];
  if (letters.length <= 1) return letters.join('') + (letters.length ? '*' : '');
  if (letters.length === 2) return `${letters[0]}*`;
  if (/^.[女先]/u.test(name)) return `${letters[0]}**`;
  return `${letters[0]}${'*'.repeat(Math.min(letters.length - 2, 2))}${letters.at(-1)}`;
}
