import { isUtf8 } from 'node:buffer';
import { AppError } from '../../http/app-error';
import { readArchive } from './plan-archive.reader';
import { planOfGrids } from './plan-choice.reader';
import { readDocx } from './plan-docx.reader';
import { readHtml } from './plan-html.reader';
import { hasUtf16Mark, kindOf } from './plan-kind.rules';
import { readPdf } from './plan-pdf.reader';
import type { PlanSheet } from './plan-sheet.rules';
import { readPlanText } from './plan-text.reader';
import { readWorkbook } from './plan-xlsx.reader';

/**
 * An uploaded planning sheet, told by its first bytes and never by its name: .xlsx, .xls, .docx, .pdf, an HTML table,
 * else text in UTF-8, UTF-16 or GB18030. Slow and hungry on a hostile file: only the worker calls it.
 * @throws AppError EMPTY_FILE, BAD_FILE, OLD_FORMAT, FILE_LOCKED, NO_TEXT, FILE_TOO_LARGE, NOT_A_PLAN
 */
export async function readPlanFile(bytes: Buffer): Promise<PlanSheet> {
  if (bytes.length === 0) throw new AppError('EMPTY_FILE');
  const kind = kindOf(bytes);
  if (kind === 'zip') return readOffice(bytes);
  if (kind === 'pdf') return readPdf(bytes);
  if (kind === 'xls') return planOfGrids(await readWorkbook(bytes, 'xls'));
  if (kind === 'html') return readHtml(decode(bytes));
  if (kind === 'text') return readPlanText(decode(bytes));
  throw new AppError(REFUSED[kind]);
}

const REFUSED = { old: 'OLD_FORMAT', locked: 'FILE_LOCKED', image: 'NO_TEXT', unknown: 'BAD_FILE' } as const;

const WORD_PARTS = new Set(['word/document.xml', 'word/numbering.xml']);

async function readOffice(bytes: Buffer): Promise<PlanSheet> {
  const { names, parts } = await readArchive(bytes, (name) => WORD_PARTS.has(name));
  if (names.has('xl/workbook.xml')) return planOfGrids(await readWorkbook(bytes, 'xlsx'));
  if (parts.has('word/document.xml')) return readDocx(parts);
  throw new AppError('BAD_FILE');
}

/** UTF-8 where it is valid, else GB18030; what is neither is no text. */
function decode(bytes: Buffer): string {
  const encoding = hasUtf16Mark(bytes)
    ? bytes[0] === 0xff
      ? 'utf-16le'
      : 'utf-16be'
    : isUtf8(bytes)
      ? 'utf-8'
      : 'gb18030';
  const text = new TextDecoder(encoding).decode(bytes);
  if (text.includes('\0') || text.split('\ufffd').length > text.length / 100 + 1) throw new AppError('BAD_FILE');
  return text;
}
