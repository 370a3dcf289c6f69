import type { Point } from '@openday/shared/wire';

/** A browser has no map of its own to choose on: ours is drawn in the page. */
export const choosePoint: ((near: Point | null) => Promise<Point | null>) | null = null;
