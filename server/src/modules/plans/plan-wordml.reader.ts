import { SaxesParser, type SaxesTagNS } from 'saxes';
import { AppError } from '../../http/app-error';
import { withoutRadicals } from './plan-radicals.rules';
import { type Numbering, WordLists } from './plan-word-lists.reader';

/** A document as a run of paragraphs and tables, in reading order. */
export type Block = { kind: 'paragraph'; text: string } | { kind: 'table'; rows: WordRow[] };
export interface WordRow {
  /** Columns left empty before the first cell. */
  before: number;
  cells: WordCell[];
}
export interface WordCell {
  span: number;
  /** This cell goes on with the one above. */
  goesOn: boolean;
  blocks: Block[];
}

const WORD = new Set([
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  'http://purl.oclc.org/ooxml/wordprocessingml/main',
]);
const MOST_ROWS = 5_000;
const MOST_CELLS = 100_000;
const MOST_CHARACTERS = 2_000_000;
/** Bytes of the document's XML that are parsed at once. */
const PIECE = 65_536;
const MOST_SPAN = 60;
const MOST_DEPTH = 200;
/** What Word keeps beside the text: the older of two ways to draw a thing, and text moved away. */
const SKIPPED = new Set(['Fallback', 'moveFrom', 'del']);

/**
 * word/document.xml → its blocks. `numbering` gives paragraphs the numbers Word counts by itself.
 * @throws AppError BAD_FILE, FILE_TOO_LARGE
 */
export function readWordml(xml: Uint8Array, numbering: Numbering): Block[] {
  const reading = new Reading(new WordLists(numbering));
  const parser = new SaxesParser({ xmlns: true });
  parser.on('doctype', () => {
    throw new AppError('BAD_FILE');
  });
  parser.on('error', (error) => {
    throw Object.assign(new AppError('BAD_FILE'), { cause: error });
  });
  parser.on('opentag', (tag) => reading.open(tag));
  parser.on('closetag', (tag) => reading.close(tag));
  parser.on('text', (text) => reading.text(text));
  const decoder = new TextDecoder();
  for (let i = 0; i < xml.length; i += PIECE)
    parser.write(decoder.decode(xml.subarray(i, i + PIECE), { stream: true }));
  parser.close();
  return reading.body;
}

interface Paragraph {
  text: string;
  list: string | null;
  level: number;
}

/** What is open at a place in the document. */
class Reading {
  readonly body: Block[] = [];
  private readonly containers: Block[][] = [this.body];
  private readonly paragraphs: Paragraph[] = [];
  private readonly tables: { rows: WordRow[] }[] = [];
  private skipping = 0;
  private inText = false;
  private depth = 0;
  private rows = 0;
  private cells = 0;
  private characters = 0;

  constructor(private readonly lists: WordLists) {}

  open(tag: SaxesTagNS): void {
    this.depth += 1;
    if (this.depth > MOST_DEPTH) throw new AppError('BAD_FILE');
    if (this.skipping > 0 || SKIPPED.has(tag.local)) {
      this.skipping += 1;
      return;
    }
    if (WORD.has(tag.uri)) this.opened(tag);
  }

  close(tag: SaxesTagNS): void {
    this.depth -= 1;
    if (this.skipping > 0) this.skipping -= 1;
    else if (WORD.has(tag.uri)) this.closed(tag);
  }

  text(text: string): void {
    const paragraph = this.paragraphs.at(-1);
    this.characters += text.length;
    if (this.characters > MOST_CHARACTERS) throw new AppError('FILE_TOO_LARGE');
    if (this.inText && this.skipping === 0 && paragraph) paragraph.text += withoutRadicals(text);
  }

  private opened(tag: SaxesTagNS): void {
    const paragraph = this.paragraphs.at(-1);
    const row = this.tables.at(-1)?.rows.at(-1);
    const cell = row?.cells.at(-1);
    if (tag.local === 'p') this.paragraphs.push({ text: '', list: null, level: 0 });
    else if (tag.local === 't') this.inText = true;
    else if (tag.local === 'tbl') this.openTable();
    else if (tag.local === 'tr') this.openRow();
    else if (tag.local === 'tc') this.openCell();
    else if (tag.local === 'txbxContent') this.containers.push(this.containers.at(-1)!);
    else if (paragraph && tag.local === 'tab') paragraph.text += this.tables.length > 0 ? ' ' : '\t';
    else if (paragraph && (tag.local === 'br' || tag.local === 'cr')) paragraph.text += '\n';
    else if (paragraph && tag.local === 'noBreakHyphen') paragraph.text += '-';
    else if (paragraph && tag.local === 'numId') paragraph.list = valOf(tag);
    else if (paragraph && tag.local === 'ilvl') paragraph.level = Number(valOf(tag)) || 0;
    else if (row && tag.local === 'gridBefore') row.before = countOf(tag);
    else if (cell && tag.local === 'gridSpan') cell.span = countOf(tag);
    else if (cell && tag.local === 'vMerge') cell.goesOn = valOf(tag) !== 'restart';
  }

  private closed({ local }: SaxesTagNS): void {
    if (local === 't') this.inText = false;
    else if (local === 'p') this.closeParagraph();
    else if (local === 'tbl') this.tables.pop();
    else if (local === 'tc' || local === 'txbxContent') this.containers.pop();
  }

  private closeParagraph(): void {
    const { text, list, level } = this.paragraphs.pop()!;
    const label = list === null ? '' : this.lists.next(list, level);
    this.containers.at(-1)!.push({ kind: 'paragraph', text: `${label}${text}` });
  }

  private openTable(): void {
    const table = { kind: 'table' as const, rows: [] };
    this.containers.at(-1)!.push(table);
    this.tables.push(table);
  }

  private openRow(): void {
    this.rows += 1;
    if (this.rows > MOST_ROWS) throw new AppError('FILE_TOO_LARGE');
    this.tables.at(-1)?.rows.push({ before: 0, cells: [] });
  }

  private openCell(): void {
    this.cells += 1;
    if (this.cells > MOST_CELLS) throw new AppError('FILE_TOO_LARGE');
    const cell: WordCell = { span: 1, goesOn: false, blocks: [] };
    this.tables.at(-1)?.rows.at(-1)?.cells.push(cell);
    this.containers.push(cell.blocks);
  }
}

function valOf({ attributes }: SaxesTagNS): string {
  return Object.values(attributes).find(({ local }) => local === 'val')?.value ?? '';
}

function countOf(tag: SaxesTagNS): number {
  return Math.min(MOST_SPAN, Math.max(0, Number(valOf(tag)) || 0));
}
