import { at, linesOfPath, type Matrix, type Rule, times } from './plan-pdf-path.rules';
import { withoutRadicals } from './plan-radicals.rules';

/** One printed sign; x to the right and y downwards in points, y is its baseline. */
export interface Sign {
  text: string;
  left: number;
  right: number;
  y: number;
  size: number;
}
export interface PdfPage {
  signs: Sign[];
  /** Level and upright lines. */
  level: Rule[];
  upright: Rule[];
}

/** What pdf.js says a page draws, with the numbers of its operations. */
export interface Drawing {
  fnArray: readonly number[];
  argsArray: readonly unknown[];
  ops: Readonly<Record<string, number>>;
}

/** More than any printed page has; what comes after is left out. */
const MOST_SIGNS = 40_000;
const MOST_RULES = 20_000;

interface Glyph {
  unicode: string;
  width: number;
  isSpace: boolean;
}
interface State {
  matrix: Matrix;
  text: Matrix;
  size: number;
  x: number;
  y: number;
  lineX: number;
  lineY: number;
  charSpacing: number;
  wordSpacing: number;
  scale: number;
  leading: number;
  rise: number;
}
const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];
const ORIGIN = { x: 0, y: 0, lineX: 0, lineY: 0 };
type Args = readonly unknown[];
const number = (args: Args, i: number) => Number(args[i] ?? 0);
const matrixOf = (args: Args) => (args.length === 6 ? args : args[0]) as unknown as Matrix;

/** A page's drawing → its signs and straight lines. `view` turns PDF points into points from the top left. */
export function readDrawing({ fnArray, argsArray, ops }: Drawing, view: Matrix): PdfPage {
  const pen = new Pen(view, ops);
  const acts = new Map(Object.entries(pen.acts).map(([name, act]) => [ops[name], act]));
  for (const [i, fn] of fnArray.entries()) acts.get(fn)?.((argsArray[i] ?? []) as Args);
  return pen.page;
}

/** Follows the drawing as a printer would, with the few operations that place text and lines. */
class Pen {
  readonly page: PdfPage = { signs: [], level: [], upright: [] };
  private state: State;
  private readonly saved: State[] = [];

  constructor(
    view: Matrix,
    private readonly ops: Readonly<Record<string, number>>,
  ) {
    const plain = { size: 0, charSpacing: 0, wordSpacing: 0, scale: 1, leading: 0, rise: 0 };
    this.state = { matrix: view, text: IDENTITY, ...ORIGIN, ...plain };
  }

  readonly acts: Record<string, (args: Args) => void> = {
    save: () => this.saved.push(this.state),
    restore: () => this.leave(),
    transform: (args) => this.change({ matrix: times(this.state.matrix, matrixOf(args)) }),
    paintFormXObjectBegin: ([matrix]) => {
      this.saved.push(this.state);
      if (matrix) this.change({ matrix: times(this.state.matrix, matrix as Matrix) });
    },
    paintFormXObjectEnd: () => this.leave(),
    beginText: () => this.change({ text: IDENTITY, ...ORIGIN }),
    setTextMatrix: (args) => this.change({ text: matrixOf(args), ...ORIGIN }),
    setFont: (args) => this.change({ size: number(args, 1) }),
    setCharSpacing: (args) => this.change({ charSpacing: number(args, 0) }),
    setWordSpacing: (args) => this.change({ wordSpacing: number(args, 0) }),
    setHScale: (args) => this.change({ scale: number(args, 0) / 100 }),
    setLeading: (args) => this.change({ leading: -number(args, 0) }),
    setTextRise: (args) => this.change({ rise: number(args, 0) }),
    moveText: (args) => this.move(number(args, 0), number(args, 1)),
    setLeadingMoveText: (args) => {
      this.change({ leading: number(args, 1) });
      this.move(number(args, 0), number(args, 1));
    },
    nextLine: () => this.move(0, this.state.leading),
    showText: ([glyphs]) => this.show(glyphs as (Glyph | number)[]),
    constructPath: ([paint, path]) => this.draw(paint as number, path as readonly (ArrayLike<number> | null)[]),
  };

  private change(change: Partial<State>): void {
    this.state = { ...this.state, ...change };
  }

  private leave(): void {
    this.state = this.saved.pop() ?? this.state;
  }

  private move(x: number, y: number): void {
    const { lineX, lineY } = this.state;
    this.change({ x: lineX + x, y: lineY + y, lineX: lineX + x, lineY: lineY + y });
  }

  /** Numbers between glyphs are thousandths of the size, to the left. */
  private show(glyphs: readonly (Glyph | number)[]): void {
    const { size, scale, charSpacing, wordSpacing, y, rise } = this.state;
    const matrix = times(this.state.matrix, this.state.text);
    // Text that runs up or down the page is no cell of a table.
    const isLevel = Math.abs(matrix[1]) < Math.abs(matrix[0]) / 10;
    const height = Math.hypot(matrix[2], matrix[3]) * Math.abs(size);
    let x = this.state.x;
    for (const glyph of glyphs) {
      if (typeof glyph === 'number') {
        x -= ((glyph * size) / 1_000) * scale;
        continue;
      }
      const width = (glyph.width * size) / 1_000;
      const [left, baseline] = at(matrix, x, y + rise);
      const [right] = at(matrix, x + width * scale, y + rise);
      if (isLevel && this.page.signs.length < MOST_SIGNS) {
        const text = withoutRadicals(glyph.unicode);
        this.page.signs.push({
          text,
          left: Math.min(left, right),
          right: Math.max(left, right),
          y: baseline,
          size: height,
        });
      }
      x += (width + charSpacing + (glyph.isSpace ? wordSpacing : 0)) * scale;
    }
    this.change({ x });
  }

  private draw(paint: number, path: readonly (ArrayLike<number> | null)[]): void {
    const { stroke, closeStroke, fillStroke, eoFillStroke, closeFillStroke, closeEOFillStroke, fill, eoFill } =
      this.ops;
    const strokes = [stroke, closeStroke, fillStroke, eoFillStroke, closeFillStroke, closeEOFillStroke].includes(paint);
    if (!path[0] || !(strokes || paint === fill || paint === eoFill)) return;
    const { level, upright } = linesOfPath(path[0], this.state.matrix, strokes);
    if (this.page.level.length < MOST_RULES) this.page.level.push(...level);
    if (this.page.upright.length < MOST_RULES) this.page.upright.push(...upright);
  }
}
