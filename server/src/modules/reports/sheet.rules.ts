import { safeText } from './safe-text.rules';

/** Characters up to which a column is one of numbers, dates and single words. */
const NARROW = 14;

/**
 * A column of a sheet that people read: narrow ones in the middle, so that numbers do not touch the text beside them. Where
 * rows go out one by one no text is wrapped: they are as high as one line, and two would lie over the next row.
 */
export const sheetColumn = (width: number) => ({
  width,
  style: { alignment: { horizontal: width <= NARROW ? ('center' as const) : ('left' as const) } },
});

export type Line = (string | number | null)[];

const HEAD = {
  font: { bold: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'FFEFEFEF' } },
} as const;

/** Points of a line, and of the air above and below. */
const LINE_HEIGHT = 15;
const AIR = 6;
/** A row is never higher than a spreadsheet takes. */
const MOST_LINES = 26;
/** Characters beyond which A4 would make them too small to read. */
const WIDE = 190;

/**
 * A sheet that may be printed: its first line stands out, stays in sight and is on every page; all columns fit on one, and
 * what is longer than its column is wrapped, the row as high as that needs. Texts are made safe.
 */
export function sheetOf(name: string, lines: Line[], widths: number[]) {
  const rows = lines.map((line) => line.map((cell) => (typeof cell === 'string' ? safeText(cell) : cell)));
  const columns = widths.map((width) => wrapped(sheetColumn(width)));
  return {
    name,
    rows,
    columns,
    rowDefs: new Map(rows.map((row, i) => [i, { height: LINE_HEIGHT * linesOf(row, widths) + AIR }])),
    freezePane: { rows: 1 },
    pageSetup: {
      ...{ orientation: 'landscape' as const, fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
      paperSize: widths.reduce((sum, width) => sum + width, 0) > WIDE ? ('a3' as const) : ('a4' as const),
      printTitlesRow: '$1:$1',
    },
    cells: new Map(columns.map(({ style }, i) => [`0,${i}`, { style: { ...style, ...HEAD } }])),
  };
}

const wrapped = ({ width, style }: ReturnType<typeof sheetColumn>) => ({
  width,
  style: { alignment: { ...style.alignment, vertical: 'center' as const, wrapText: true } },
});

function linesOf(row: Line, widths: number[]): number {
  const lines = row.map((cell, i) =>
    String(cell ?? '')
      .split('\n')
      .reduce((sum, part) => sum + Math.max(1, Math.ceil(signs(part) / ((widths[i] ?? 1) - 1))), 0),
  );
  return Math.min(MOST_LINES, Math.max(1, ...lines));
}

/** How wide a text is in characters: a Chinese one takes two. */
const signs = (text: string): number => [...text].reduce((sum, sign) => sum + (sign > '\u2000' ? 2 : 1), 0);
