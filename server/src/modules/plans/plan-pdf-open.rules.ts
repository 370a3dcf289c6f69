import { fieldOfHeader, headerScore } from './plan-columns.rules';
import type { PrintedPage } from './plan-pdf-grid.rules';
import type { PdfPage, Sign } from './plan-pdf-page.rules';
import type { Rule } from './plan-pdf-path.rules';
import { joined, type PrintedCell, type PrintedTable } from './plan-pdf-table.rules';
import {
  linesOf,
  type Piece,
  type PrintedLine,
  piecesOf,
  textOfCell,
  textOfLine,
  withoutPageNumber,
} from './plan-pdf-text.rules';
import { bare } from './plan-words.rules';

/** Lines on a page that are enough to tell its rows. */
const LEAST_RULES = 3;
/** A gap between lines this much wider than usual parts rows. */
const STANDS_OUT = 1.3;
/** The narrowest gap between two names, in heights of their signs. */
const NARROW = 0.4;
const NUMBER = /^\d{1,4}[.、．]?$/;

interface Head {
  page: number;
  lines: PrintedLine[];
  /** The names of one column, from left to right. */
  columns: Piece[];
}

/**
 * Tables without lines between their columns: the names of the header say where columns are, white strips where they
 * end, and row numbers where rows begin. Null when no header is found.
 */
export function openTables(pages: readonly PdfPage[]): PrintedPage[] | null {
  const lines = pages.map(({ signs }) => withoutPageNumber(linesOf(signs)));
  const head = headOf(lines);
  if (!head) return null;
  const names = new Set(head.lines.flatMap(namesOf).map(({ text }) => bare(text)));
  const bodies = lines.map((own, i) => {
    if (i < head.page) return { above: own, header: [], body: [] };
    const header = i === head.page ? head.lines : own.filter((line) => isAgain(line, names));
    const bottom = header.at(-1)?.y ?? Number.NEGATIVE_INFINITY;
    const above = i === head.page ? own.filter(({ y }) => y < head.lines[0]!.y) : [];
    return { above, header, body: own.filter((line) => line.y > bottom) };
  });
  const xs = bordersOf(
    head.columns,
    bodies.flatMap(({ body }) => body.flatMap(({ signs }) => signs)),
  );
  const numbers = numberColumn(
    bodies.flatMap(({ body }) => body),
    xs,
  );
  return bodies.map(({ above, header, body }, i): PrintedPage => {
    const drawn = joined(pages[i]!.level).filter(({ from, to }) => to - from > (xs.at(-1)! - xs[0]!) * 0.6);
    const rows = drawn.length >= LEAST_RULES ? ruledBands(body, drawn) : bandsOf(body, xs, numbers);
    const bands = [header, ...rows].filter((band) => band.length > 0);
    const table: PrintedTable = { xs, top: 0, bottom: 0, rows: bands.map((band) => cellsOf(band, xs)) };
    return { tables: table.rows.length > 0 ? [table] : [], above: above.map(textOfLine), below: [] };
  });
}

/** Rows between lines drawn over the whole width. */
function ruledBands(body: readonly PrintedLine[], rules: readonly Rule[]): PrintedLine[][] {
  const bands: PrintedLine[][] = Array.from({ length: rules.length + 1 }, () => []);
  for (const line of body) bands[rules.filter(({ at }) => at < line.y).length]!.push(line);
  return bands;
}

/** The first line that names three columns or more, with the short words right above and below it. */
function headOf(pages: readonly PrintedLine[][]): Head | null {
  for (const [page, lines] of pages.entries()) {
    const at = lines.findIndex((line) => scoreOf(namesOf(line)) >= 3);
    const main = lines[at];
    if (!main) continue;
    const own = lines.filter((line) => line === main || (isNear(line, main) && namesOf(line).every(isName)));
    return { page, lines: own, columns: columnsOf(own.flatMap(namesOf)) };
  }
  return null;
}

const scoreOf = (pieces: readonly Piece[]) => (pieces.length >= 3 ? headerScore(pieces.map(({ text }) => text)) : 0);

/** A line as names of columns: parted at wide gaps, or at narrow ones where that tells more names. */
function namesOf(line: PrintedLine): Piece[] {
  const wide = piecesOf(line).flatMap(withoutNumber);
  const narrow = piecesOf(line, NARROW).flatMap(withoutNumber);
  return scoreOf(narrow) > scoreOf(wide) ? narrow : wide;
}

/** 序号 has the narrowest column: the next name may follow without a gap. */
function withoutNumber(piece: Piece): Piece[] {
  const next = /^(?:序号|编号)(.{2,8})$/.exec(bare(piece.text))?.[1];
  if (!next || fieldOfHeader(next) === null) return [piece];
  const middle = piece.left + ((piece.right - piece.left) * 2) / (2 + next.length);
  return [
    { text: '序号', left: piece.left, right: middle },
    { text: next, left: middle, right: piece.right },
  ];
}

function isNear(line: PrintedLine, main: PrintedLine): boolean {
  return Math.abs(line.y - main.y) < main.size * 1.9;
}

function isName({ text }: Piece): boolean {
  return text.length <= 8 && !/\d/.test(text) && (fieldOfHeader(text) !== null || text.length <= 4);
}

function isAgain(line: PrintedLine, names: ReadonlySet<string>): boolean {
  return namesOf(line).every(({ text }) => names.has(bare(text)));
}

/** Pieces that stand over each other name one column. */
function columnsOf(pieces: readonly Piece[]): Piece[] {
  const columns: Piece[] = [];
  for (const piece of [...pieces].sort((a, b) => a.left - b.left)) {
    const last = columns.at(-1);
    if (last && piece.left < last.right) last.right = Math.max(last.right, piece.right);
    else columns.push({ ...piece });
  }
  return columns;
}

/** Between two names the border is where the fewest signs are crossed, in the middle of the white strip. */
function bordersOf(columns: readonly Piece[], body: readonly Sign[]): number[] {
  const inner = columns.slice(1).map((column, i) => {
    const [from, to] = [middleOf(columns[i]!), middleOf(column)];
    const counts = Array.from({ length: Math.max(1, Math.floor(to - from)) }, (_, step) => {
      const x = from + step;
      return body.filter(({ left, right }) => left < x && right > x).length;
    });
    const least = Math.min(...counts);
    const runs: { start: number; length: number }[] = [];
    counts.forEach((count, step) => {
      if (count !== least) return;
      const last = runs.at(-1);
      if (last && last.start + last.length === step) last.length += 1;
      else runs.push({ start: step, length: 1 });
    });
    const widest = runs.reduce((best, run) => (run.length > best.length ? run : best));
    return from + widest.start + widest.length / 2;
  });
  const lefts = [columns[0]!.left, ...body.map(({ left }) => left)];
  const rights = [columns.at(-1)!.right, ...body.map(({ right }) => right)];
  return [lefts.reduce((a, b) => Math.min(a, b)) - 1, ...inner, rights.reduce((a, b) => Math.max(a, b)) + 1];
}

const middleOf = ({ left, right }: Piece | Sign) => (left + right) / 2;

function signsIn(line: PrintedLine, xs: readonly number[], column: number): Sign[] {
  return line.signs.filter((sign) => middleOf(sign) >= xs[column]! && middleOf(sign) < xs[column + 1]!);
}

function numberIn(line: PrintedLine, xs: readonly number[], column: number): boolean {
  return NUMBER.test(bare(textOfLine({ signs: signsIn(line, xs, column) })));
}

/** The column of row numbers among the first two. */
function numberColumn(body: readonly PrintedLine[], xs: readonly number[]): number | null {
  for (const column of [0, 1]) {
    const filled = body.filter((line) => signsIn(line, xs, column).some(({ text }) => text.trim()));
    const numbers = filled.filter((line) => numberIn(line, xs, column)).length;
    if (numbers >= 2 && numbers >= filled.length * 0.6) return column;
  }
  return null;
}

/** Lines by row. Between two numbers a row ends at the widest gap, the last of them where several are as wide. */
function bandsOf(body: readonly PrintedLine[], xs: readonly number[], numbers: number | null): PrintedLine[][] {
  const anchors = body.flatMap((line, i) => {
    const isAnchor =
      numbers === null ? signsIn(line, xs, 0).some(({ text }) => text.trim()) : numberIn(line, xs, numbers);
    return isAnchor ? [i] : [];
  });
  if (anchors.length === 0) return [[...body]];
  const starts = anchors.map((anchor, i) => {
    const from = i === 0 ? 0 : anchors[i - 1]!;
    return widestGap(body, from, anchor, i === 0);
  });
  const bands = starts.map((start, i) => body.slice(start, starts[i + 1] ?? body.length));
  return starts[0]! > 0 ? [body.slice(0, starts[0]), ...bands] : bands;
}

/** The line that begins after the widest gap between two lines; before the first number only one that stands out. */
function widestGap(body: readonly PrintedLine[], from: number, to: number, isFirst: boolean): number {
  let best = isFirst ? 0 : to;
  let widest = isFirst ? usualGap(body) * STANDS_OUT : 0;
  for (let i = from + 1; i <= to; i += 1) {
    const gap = body[i]!.y - body[i - 1]!.y;
    if (gap < widest * 0.98) continue;
    widest = Math.max(widest, gap);
    best = i;
  }
  return best;
}

function usualGap(body: readonly PrintedLine[]): number {
  const gaps = body.slice(1).map(({ y }, i) => y - body[i]!.y);
  return gaps.sort((one, other) => one - other)[Math.floor(gaps.length / 2)] ?? 0;
}

function cellsOf(band: readonly PrintedLine[], xs: readonly number[]): PrintedCell[] {
  return xs.slice(1).map((_, column) => ({
    text: textOfCell(
      band.flatMap((line) => signsIn(line, xs, column)),
      xs[column + 1]! - xs[column]!,
    ),
    isTall: false,
  }));
}
