import { readCode } from '@openday/shared/check-in-code';

/** People write a long code down in groups, as the slip prints it. */
const GROUPS = [12, 10, 8, 6, 5, 4];

/**
 * A code as typed or pasted: broken over lines, `␣` for a space as the slip prints it, or with a space after every few
 * characters. A space is also a character of a code, so groups are only undone where that makes one of ours.
 */
export function typedCode(text: string): string {
  const line = text
    .replace(/[\r\n\t\u200b]/g, '')
    .replaceAll('␣', ' ')
    .replaceAll('\u00a0', ' ');
  const readings = [line, ...GROUPS.flatMap((size) => ungrouped(line.trim(), size))];
  return readings.find((each) => readCode(each) !== null) ?? line;
}

/** Without the spaces between groups of so many; nothing where it is not grouped so. */
function ungrouped(line: string, size: number): string[] {
  const groups = line.match(new RegExp(`.{1,${size + 1}}`, 'gu')) ?? [];
  const isGrouped = groups.slice(0, -1).every((group) => group.endsWith(' '));
  return isGrouped ? [groups.map((group, n) => (n < groups.length - 1 ? group.slice(0, -1) : group)).join('')] : [];
}
