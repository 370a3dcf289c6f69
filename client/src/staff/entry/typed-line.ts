import type { Found } from '../roster/roster-search';

export interface TypedLine {
  /** Last four digits, a name or initials. */
  wanted: string;
  /** People of the line where they were typed too; null = everybody. */
  seats: number | null;
}

/** A line as typed from the paper: `0417`, or `0417 2` where fewer came than registered. */
export function typedLine(text: string): TypedLine {
  const [, wanted = '', seats] = text.trim().match(/^(.*?)(?:[\s,，]+(\d{1,2}))?$/) ?? [];
  return { wanted, seats: seats ? Number(seats) : null };
}

/** What Enter does with the parties that fit: ticks the one, or says why it cannot. */
export function lineResult(
  { wanted, seats }: TypedLine,
  fits: Found[],
): { found: Found; seats: number } | 'none' | 'many' {
  const [found] = fits;
  if (wanted === '' || !found) return 'none';
  if (fits.length > 1) return 'many';
  return { found, seats: Math.min(Math.max(1, seats ?? found.seatsLeft), found.seatsLeft) };
}
