import type { SessionCard } from '@openday/shared/sessions';
import type { Id, Point } from '@openday/shared/wire';

/** Sessions drawn as one bubble, in the list's order. */
export interface Pin {
  /** Of the first of them. */
  key: Id;
  point: Point;
  sessions: SessionCard[];
}

/** A bubble's own size on the map, its longest neighbour's and a little air: closer than this they would cover one another. */
const WIDE_PX = 130;
const HIGH_PX = 46;
const TILE_PX = 256;

/** Bubbles for sessions at a map's zoom (Web Mercator levels); those that would overlap, `type` times as large, become one. */
export function pinsOf(sessions: readonly SessionCard[], zoom: number, type = 1): Pin[] {
  const [wide, high] = [WIDE_PX * type, HIGH_PX * type];
  const pins: (Pin & { at: [number, number] })[] = [];
  for (const session of sessions) {
    const { lng, lat } = session.venue;
    const at = pixelOf({ lng, lat }, zoom);
    const near = pins.find((pin) => Math.abs(pin.at[0] - at[0]) < wide && Math.abs(pin.at[1] - at[1]) < high);
    if (near) near.sessions.push(session);
    else pins.push({ key: session.id, point: { lng, lat }, sessions: [session], at });
  }
  return pins.map(({ key, point, sessions: its }) => ({ key, point, sessions: its }));
}

/** The session a press on a bubble leads to: the next of its own after the one shown, else its first. */
export function nextIn(pin: Pin, shown: Id | undefined): Id {
  const at = pin.sessions.findIndex(({ id }) => id === shown);
  return pin.sessions[(at + 1) % pin.sessions.length]?.id ?? pin.key;
}

/** The zoom at which all points are on a map of this size, at most a street's. */
export function zoomFor(points: readonly Point[], width: number, height: number): number {
  const flat = points.map((point) => pixelOf(point, 0));
  const span = (axis: 0 | 1) => Math.max(...flat.map((at) => at[axis])) - Math.min(...flat.map((at) => at[axis]));
  const room = (axis: 0 | 1, size: number) => Math.log2(size / Math.max(span(axis), 1e-9));
  return Math.max(3, Math.min(15, Math.floor(Math.min(room(0, width), room(1, height)))));
}

/** Distance rings to draw round a place, metres: those that fit within the farthest point, at most three. */
export function ringsFor(farthest: number): number[] {
  const steps = [200, 500, 1000, 2000, 5000, 10_000, 20_000, 50_000];
  const fitting = steps.filter((step) => step <= farthest);
  return fitting.length > 0 ? fitting.slice(-3) : steps.slice(0, 1);
}

/** Web Mercator pixels from the world's north-western corner. */
function pixelOf({ lng, lat }: Point, zoom: number): [number, number] {
  const size = TILE_PX * 2 ** zoom;
  const sin = Math.sin((lat * Math.PI) / 180);
  return [((lng + 180) / 360) * size, (0.5 - Math.log((1 + sin) / (1 - sin)) / (4 * Math.PI)) * size];
}
