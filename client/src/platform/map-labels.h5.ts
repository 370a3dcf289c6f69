/** Px from the map's upper left corner. */
interface At {
  x: number;
  y: number;
}
export type Box = readonly [left: number, top: number, right: number, bottom: number];

/** Px of a Chinese character, and what a digit takes of it. */
const [CHAR, DIGIT] = [14, 0.6];
/** A bubble's ends beside its words, its height and what is below it; the resident's own dot, from its middle. */
const [ENDS, BUBBLE, FOOT, DOT] = [24, 34, 7, 16];
const NAME_MOST = 140;
const LINE = 1.3 * CHAR;

/** Room for words on a map: what comes first stays, and nothing stands over it or beyond the edge. */
export class LabelRoom {
  private readonly taken: Box[] = [];

  constructor(private readonly size: At) {}

  take(box: Box): void {
    this.taken.push(box);
  }

  /** Takes the first of these places that is free; which it was, or −1. */
  takeFirst(boxes: readonly Box[]): number {
    const which = boxes.findIndex((box) => this.isFree(box));
    const box = boxes[which];
    if (box) this.taken.push(box);
    return which;
  }

  private isFree(box: Box): boolean {
    const [left, top, right, bottom] = box;
    const inside = left >= 0 && top >= 0 && right <= this.size.x && bottom <= this.size.y;
    return inside && this.taken.every((other) => !overlap(box, other));
  }
}

/** `type`: how much larger the letters are. */
export function bubbleBox({ x, y }: At, words: string, type: number): Box {
  const half = (wide(words) * type + ENDS) / 2;
  return [x - half, y - FOOT - BUBBLE * type, x + half, y];
}

/** Below a bubble's foot. */
export function nameBox({ x, y }: At, name: string, type: number): Box {
  const half = (Math.min(wide(name), NAME_MOST) * type) / 2;
  return [x - half, y + 1, x + half, y + LINE * type];
}

export function dotBox({ x, y }: At): Box {
  return [x - DOT, y - DOT, x + DOT, y + DOT];
}

export const PLACE_SIDES = ['right', 'left', 'below', 'above'] as const;

/** Where the name of the resident's own place may stand, by side. */
export function placeBoxes({ x, y }: At, name: string, type: number): Box[] {
  const [long, high] = [wide(name) * type, LINE * type];
  return [
    [x + DOT, y - high / 2, x + DOT + long, y + high / 2],
    [x - DOT - long, y - high / 2, x - DOT, y + high / 2],
    [x - long / 2, y + DOT, x + long / 2, y + DOT + high],
    [x - long / 2, y - DOT - high, x + long / 2, y - DOT],
  ];
}

/** Across a ring's line. */
export function ringBox({ x, y }: At, words: string, type: number): Box {
  const [half, high] = [(wide(words) * type) / 2, LINE * type];
  return [x - half, y - high / 2, x + half, y + high / 2];
}

function wide(words: string): number {
  return [...words].reduce((sum, each) => sum + (each.charCodeAt(0) < 256 ? CHAR * DIGIT : CHAR), 0);
}

const overlap = (a: Box, b: Box) => a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
