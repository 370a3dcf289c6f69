import { SaxesParser, type SaxesTagNS } from 'saxes';
import { AppError } from '../../http/app-error';

interface Level {
  start: number;
  format: string;
  /** `%1、` */
  text: string;
}
/** The levels of each list of a document, by its `numId`. */
export type Numbering = Map<string, Level[]>;

const MOST_LEVEL = 9;
const DECIMAL = new Set(['decimal', 'decimalZero', 'decimalFullWidth', 'decimalHalfWidth']);
const CHINESE = /^(?:chinese|ideograph|japanese|taiwanese).*/;

/** word/numbering.xml → the lists it defines. @throws AppError BAD_FILE */
export function readNumbering(xml: string): Numbering {
  const abstracts = new Map<string, Level[]>();
  const lists: Numbering = new Map();
  let levels: Level[] = [];
  let level: Level | null = null;
  let list: string | null = null;
  const parser = new SaxesParser({ xmlns: true });
  for (const event of ['doctype', 'error'] as const) {
    parser.on(event, () => {
      throw new AppError('BAD_FILE');
    });
  }
  parser.on('opentag', (tag) => {
    if (tag.local === 'abstractNum') {
      levels = [];
      abstracts.set(attribute(tag, 'abstractNumId'), levels);
    } else if (tag.local === 'lvl' && list === null) {
      level = { start: 1, format: 'decimal', text: '' };
      levels[Math.min(MOST_LEVEL, Number(attribute(tag, 'ilvl')) || 0)] = level;
    } else if (level && tag.local === 'start') level.start = Number(attribute(tag, 'val')) || 0;
    else if (level && tag.local === 'numFmt') level.format = attribute(tag, 'val');
    else if (level && tag.local === 'lvlText') level.text = attribute(tag, 'val');
    else if (tag.local === 'num') list = attribute(tag, 'numId');
    else if (list !== null && tag.local === 'abstractNumId')
      lists.set(list, abstracts.get(attribute(tag, 'val')) ?? []);
  });
  parser.on('closetag', ({ local }) => {
    if (local === 'lvl') level = null;
    if (local === 'num') list = null;
  });
  parser.write(xml).close();
  return lists;
}

/** Counts a document's numbered paragraphs as Word does. */
export class WordLists {
  private readonly counts = new Map<string, number[]>();

  constructor(private readonly numbering: Numbering) {}

  /** The next number of a list at a level, as it is printed (`3`, `三、`); empty for bullets. */
  next(list: string, level: number): string {
    const levels = this.numbering.get(list);
    const own = levels?.[level];
    if (!levels || !own) return '';
    const counts = this.counts.get(list) ?? [];
    this.counts.set(list, counts);
    counts[level] = (counts[level] ?? own.start - 1) + 1;
    counts.length = level + 1;
    return own.text.replace(/%(\d)/g, (_, place: string) => {
      const at = Number(place) - 1;
      return numberAs(counts[at] ?? levels[at]?.start ?? 1, levels[at]?.format ?? 'decimal');
    });
  }
}

function numberAs(n: number, format: string): string {
  if (DECIMAL.has(format)) return String(n);
  return CHINESE.test(format) ? inChinese(n) : '';
}

function inChinese(n: number): string {
  const digits = '零一二三四五六七八九';
  if (n < 10) return digits[n]!;
  if (n > 99) return String(n);
  const tens = Math.floor(n / 10);
  return `${tens > 1 ? digits[tens] : ''}十${n % 10 > 0 ? digits[n % 10] : ''}`;
}

function attribute({ attributes }: SaxesTagNS, name: string): string {
  return Object.values(attributes).find(({ local }) => local === name)?.value ?? '';
}
