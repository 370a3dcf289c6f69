import type { Point } from '@openday/shared/wire';

/** A point copied from a map, `116.012, 36.455` in either order of a Chinese map's two numbers; null where it is none. */
export function pointOf(text: string): Point | null {
  const numbers = text
    .split(/[,，、\s]+/)
    .filter(Boolean)
    .map(Number);
  if (numbers.length !== 2 || numbers.some((n) => !Number.isFinite(n))) return null;
  const [a = 0, b = 0] = numbers;
  const [lng, lat] = a > b ? [a, b] : [b, a];
  // China lies east of 73° E and between 3° and 54° N, so the larger number is always the longitude.
  return lng >= 73 && lng <= 136 && lat >= 3 && lat <= 54 ? { lng, lat } : null;
}

/** The other way round, to a metre. */
export const pointText = ({ lng, lat }: Point): string => `${lng.toFixed(5)},${lat.toFixed(5)}`;
