export type Matrix = readonly [number, number, number, number, number, number];

/** A drawn line: level at `at` from one x to another, or upright from one y to another. */
export interface Rule {
  at: number;
  from: number;
  to: number;
}

/** A filled box this thin is a line. */
const THIN = 3;
/** Sides that differ by less are those of a dot. */
const DOT = 0.3;
/** A line this short is a dot or a sign. */
const SHORT = 4;
const MOVE = 0;
const LINE = 1;
const CURVE = 2;
const SHORT_CURVE = 3;

type Point = readonly [x: number, y: number];

export function times(a: Matrix, b: Matrix): Matrix {
  return [
    a[0] * b[0] + a[2] * b[1],
    a[1] * b[0] + a[3] * b[1],
    a[0] * b[2] + a[2] * b[3],
    a[1] * b[2] + a[3] * b[3],
    a[0] * b[4] + a[2] * b[5] + a[4],
    a[1] * b[4] + a[3] * b[5] + a[5],
  ];
}

export function at(m: Matrix, x: number, y: number): Point {
  return [m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5]];
}

/** The level and upright lines of a path of pdf.js (0 move, 1 line, 2 and 3 curves, 4 close): its strokes, or thin filled boxes. */
export function linesOfPath(
  path: ArrayLike<number>,
  matrix: Matrix,
  isStroked: boolean,
): { level: Rule[]; upright: Rule[] } {
  const found = { level: [] as Rule[], upright: [] as Rule[] };
  for (const figure of figuresOf(path, matrix)) {
    if (!isStroked) addBox(figure, found);
    else for (const [i, point] of figure.slice(1).entries()) addSegment(figure[i]!, point, found);
  }
  return found;
}

function figuresOf(path: ArrayLike<number>, matrix: Matrix): Point[][] {
  const figures: Point[][] = [];
  for (let i = 0; i < path.length; ) {
    const kind = path[i];
    const last = figures.at(-1);
    if (kind === MOVE || kind === LINE) {
      const point = at(matrix, path[i + 1]!, path[i + 2]!);
      if (kind === MOVE || !last) figures.push([point]);
      else last.push(point);
      i += 3;
    } else if (kind === CURVE || kind === SHORT_CURVE) {
      const length = kind === CURVE ? 6 : 4;
      // A curve is no line: a new figure begins behind it.
      figures.push([at(matrix, path[i + length - 1]!, path[i + length]!)]);
      i += length + 1;
    } else {
      if (last?.[0]) last.push(last[0]);
      i += 1;
    }
  }
  return figures;
}

function addSegment([x1, y1]: Point, [x2, y2]: Point, found: { level: Rule[]; upright: Rule[] }): void {
  const [width, height] = [Math.abs(x2 - x1), Math.abs(y2 - y1)];
  if (height < 1 && width >= SHORT)
    found.level.push({ at: (y1 + y2) / 2, from: Math.min(x1, x2), to: Math.max(x1, x2) });
  if (width < 1 && height >= SHORT)
    found.upright.push({ at: (x1 + x2) / 2, from: Math.min(y1, y2), to: Math.max(y1, y2) });
}

function addBox(figure: readonly Point[], found: { level: Rule[]; upright: Rule[] }): void {
  if (figure.length < 4) return;
  const xs = figure.map(([x]) => x);
  const ys = figure.map(([, y]) => y);
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const [width, height] = [right - left, bottom - top];
  // A dot may be part of a dotted line either way.
  if (height < THIN && width > height - DOT) found.level.push({ at: (top + bottom) / 2, from: left, to: right });
  if (width < THIN && height > width - DOT) found.upright.push({ at: (left + right) / 2, from: top, to: bottom });
}
