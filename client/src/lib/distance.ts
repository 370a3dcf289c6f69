import type { Point } from '@openday/shared/wire';
import { resident } from './text/resident';

const EARTH_M = 6_371_000;
/** Beyond this people do not walk. */
const WALK_MAX_M = 2500;

/** Metres between two points, as the crow flies. */
export function metresBetween(a: Point, b: Point): number {
  const rad = Math.PI / 180;
  const dLat = (b.lat - a.lat) * rad;
  const dLng = (b.lng - a.lng) * rad;
  const h = Math.sin(dLat / 2) ** 2 + Math.cos(a.lat * rad) * Math.cos(b.lat * rad) * Math.sin(dLng / 2) ** 2;
  return 2 * EARTH_M * Math.asin(Math.sqrt(h));
}

/** `600 米`, `1.2 公里`. */
export function distanceText(metres: number): string {
  if (metres < 950) return resident.event.metres(Math.max(50, Math.round(metres / 50) * 50));
  return resident.event.kilometres((metres / 1000).toFixed(metres < 9950 ? 1 : 0));
}

/** `1.2 公里，步行约 18 分钟`; by car from 2.5 km. */
export function wayText(metres: number): string {
  return `${distanceText(metres)}，${wayTime(metres)}`;
}

/** `步行约 18 分钟`; by car from 2.5 km. Streets are longer than the crow flies: 4 km/h, and 32 km/h with 3 minutes to park. */
export function wayTime(metres: number): string {
  const walk = metres < WALK_MAX_M;
  const minutes = walk ? (metres / 1000) * 15 : 3 + (metres / 1000) * 1.9;
  const words = walk ? resident.event.walk : resident.event.drive;
  return words(Math.max(1, Math.round(minutes)));
}
