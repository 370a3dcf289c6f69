import type { Sign } from './plan-pdf-page.rules';

/** Signs that stand on one line, from left to right. */
export interface PrintedLine {
  y: number;
  size: number;
  signs: Sign[];
}

/** A gap this wide (in heights of the signs) is a space; one twice as wide parts columns. */
const SPACE = 0.5;
const COLUMN = 1.2;
/** The white on both sides of a cell, in heights of its signs, at least. */
const PADDING = 0.2;
const DATE_END = /20\d{2}([-/.])\d{1,2}\1\d{1,2}$/;
const LATIN = /[\dA-Za-z.:：-]/;

/** The lines of some signs, from top to bottom. Bold text that is printed twice counts once. */
export function linesOf(signs: readonly Sign[]): PrintedLine[] {
  const lines: PrintedLine[] = [];
  for (const sign of [...signs].sort((a, b) => a.y - b.y)) {
    const last = lines.at(-1);
    if (last && Math.abs(sign.y - last.y) < Math.max(sign.size, last.size) * 0.45) last.signs.push(sign);
    else lines.push({ y: sign.y, size: sign.size, signs: [sign] });
  }
  for (const line of lines) {
    line.signs.sort((a, b) => a.left - b.left);
    line.signs = line.signs.filter((sign, i) => !isTwin(sign, line.signs.slice(Math.max(0, i - 3), i)));
    line.size = Math.max(...line.signs.map(({ size }) => size));
  }
  return lines.filter((line) => textOfLine(line) !== '');
}

function isTwin(sign: Sign, before: readonly Sign[]): boolean {
  return before.some(
    ({ text, left, size }) => text === sign.text && text.trim() !== '' && sign.left - left < size * 0.25,
  );
}

export function textOfLine({ signs }: Pick<PrintedLine, 'signs'>): string {
  let text = '';
  signs.forEach((sign, i) => {
    const before = signs[i - 1];
    if (before && sign.left - before.right > sign.size * SPACE && !/\s$/.test(text)) text += ' ';
    text += sign.text;
  });
  return text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
}

/**
 * A cell's text. A line that is full goes on in the next; a shorter one was ended on purpose, and the break stays. In a
 * column of two or three signs nobody can tell, so breaks stay there too, but for a sign left over.
 */
export function textOfCell(signs: readonly Sign[], width: number): string {
  const lines = linesOf(signs);
  const texts = lines.map(textOfLine);
  const narrow = width < Math.max(0, ...lines.map(({ size }) => size)) * 4;
  const leftOver = texts.some((text) => text.length === 1);
  return lines.reduce((all, line, i) => {
    if (i === 0) return texts[0]!;
    const isFull = narrow ? leftOver : widthOf(lines[i - 1]!) + firstWidth(line) + line.size * PADDING > width;
    const isLatin = /[A-Za-z]$/.test(all) && /^[A-Za-z]/.test(texts[i]!);
    // 2024.5.21 / 10:00: a clock never goes on with the day before it.
    const isClock = DATE_END.test(all) && /^\d{1,2}[:：]\d{2}/.test(texts[i]!);
    return all + (isFull ? (isLatin || isClock ? ' ' : '') : '\n') + texts[i];
  }, '');
}

function widthOf({ signs }: PrintedLine): number {
  return Math.max(...signs.map(({ right }) => right)) - signs[0]!.left;
}

/** Width of what cannot be parted at a line's beginning: a character with the mark behind it, or a number. */
function firstWidth({ signs }: PrintedLine): number {
  const filled = signs.filter(({ text }) => text.trim());
  const end = filled.findIndex(
    ({ text }, i) => i > 0 && !(LATIN.test(text) && LATIN.test(filled[i - 1]!.text)) && !/\p{P}/u.test(text),
  );
  return widthOf({ y: 0, size: 0, signs: filled.slice(0, end < 0 ? filled.length : end) });
}

/** 第 3 页, - 3 -, 3/8: no part of a table. */
export function isPageNumber(line: string): boolean {
  return /^[-—–\s]*(?:第\s*)?\d{1,3}(?:\s*页)?[-—–\s]*$|^(?:第\s*)?\d{1,3}\s*页?\s*[,，/]\s*共?\s*\d{1,3}\s*页?$/.test(
    line,
  );
}

export interface Piece {
  text: string;
  left: number;
  right: number;
}

/** The pieces of a line that gaps of so many heights part. */
export function piecesOf(line: PrintedLine, gap = COLUMN): Piece[] {
  const pieces: Sign[][] = [];
  for (const sign of line.signs.filter(({ text }) => text.trim())) {
    const before = pieces.at(-1)?.at(-1);
    if (before && sign.left - before.right <= line.size * gap) pieces.at(-1)!.push(sign);
    else pieces.push([sign]);
  }
  return pieces.map((signs) => ({
    text: textOfLine({ signs }),
    left: signs[0]!.left,
    right: Math.max(...signs.map(({ right }) => right)),
  }));
}

/** A page's number stands alone at its top or bottom; a number inside of the page is the table's. */
export function withoutPageNumber(lines: readonly PrintedLine[]): PrintedLine[] {
  const isAlone = (line: PrintedLine, next: PrintedLine | undefined) =>
    isPageNumber(textOfLine(line)) && (!next || Math.abs(next.y - line.y) > line.size * 2);
  return lines.filter((line, i) => {
    if (i === 0) return !isAlone(line, lines[1]);
    return i < lines.length - 1 || !isAlone(line, lines[i - 1]);
  });
}
