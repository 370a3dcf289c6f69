import { dirname, join } from 'node:path';
import { AppError } from '../../http/app-error';
import { planOfGrids } from './plan-choice.reader';
import { gridsOfPages, type PrintedPage } from './plan-pdf-grid.rules';
import { openTables } from './plan-pdf-open.rules';
import { type PdfPage, readDrawing } from './plan-pdf-page.rules';
import type { Matrix } from './plan-pdf-path.rules';
import { ruledTables } from './plan-pdf-table.rules';
import { isPageNumber, linesOf, textOfLine } from './plan-pdf-text.rules';
import type { PlanSheet } from './plan-sheet.rules';
import { readPlanText } from './plan-text.reader';

const MOST_PAGES = 100;
/** Where a whole file says that it ends. */
const MOST_TAIL = 2_048;
/** Fewer signs than this on all pages: they are pictures. */
const LEAST_SIGNS = 20;
const MOST_SIGNS = 400_000;

/**
 * A PDF by the places of its signs and lines: ruled tables, tables without lines, else its prose; where = `第 3 页第 5 行第 2 列`.
 * @throws AppError BAD_FILE, FILE_LOCKED, NO_TEXT (scanned), FILE_TOO_LARGE, NOT_A_PLAN
 */
export async function readPdf(bytes: Uint8Array): Promise<PlanSheet> {
  // Cut off on its way: pdf.js would read what is left, and rows would be missing.
  if (!Buffer.from(bytes.subarray(-MOST_TAIL)).includes('%%EOF')) throw new AppError('BAD_FILE');
  const pages = await pagesOf(bytes);
  const signs = pages.reduce((sum, page) => sum + page.signs.filter(({ text }) => text.trim()).length, 0);
  if (signs < LEAST_SIGNS) throw new AppError('NO_TEXT');
  if (signs > MOST_SIGNS) throw new AppError('FILE_TOO_LARGE');
  const ruled = pages.map(printedPage);
  const printed = ruled.some(({ tables }) => tables.length > 0) ? ruled : openTables(pages);
  const grids = printed ? gridsOfPages(printed) : [];
  if (grids.length === 0) return readProse(pages);
  try {
    return planOfGrids(grids);
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'NOT_A_PLAN') throw error;
    return proseOr(pages, error);
  }
}

function printedPage(page: PdfPage): PrintedPage {
  const { tables, outside } = ruledTables(page);
  const top = tables[0]?.top ?? Number.POSITIVE_INFINITY;
  const lines = linesOf(outside).filter((line) => !isPageNumber(textOfLine(line)));
  return {
    tables,
    above: lines.filter(({ y }) => y < top).map(textOfLine),
    below: lines.filter(({ y }) => y >= top).map(textOfLine),
  };
}

function proseOr(pages: readonly PdfPage[], refusal: AppError): PlanSheet {
  try {
    return readProse(pages);
  } catch (error) {
    throw error instanceof AppError ? refusal : error;
  }
}

/** A notice, or a table that only its words tell: as pasted text, a form feed for each page. */
function readProse(pages: readonly PdfPage[]): PlanSheet {
  const lines = pages.map(({ signs }) => linesOf(signs).map(textOfLine));
  const text = lines.map((page) => page.join('\n')).join('\n\f');
  const sheet = readPlanText(text);
  const pageByLine = lines.flatMap((page, i) => page.map(() => i + 1));
  const pageOf = (line: number) => pageByLine[line - 1] ?? lines.length;
  for (const { cells } of sheet.rows) {
    for (const cell of Object.values(cells)) {
      cell.where = cell.where
        .replace(/第 (\d+)/g, (_, line: string) => `第 ${pageOf(Number(line))} 页（第 ${line}`)
        .replaceAll('行', '行）');
    }
  }
  return sheet;
}

async function pagesOf(bytes: Uint8Array): Promise<PdfPage[]> {
  const pdfjs = await loadPdfjs();
  const root = dirname(require.resolve('pdfjs-dist/package.json'));
  const task = pdfjs.getDocument({
    // pdf.js takes the bytes for its own.
    data: Uint8Array.from(bytes),
    cMapUrl: `${join(root, 'cmaps')}/`,
    cMapPacked: true,
    standardFontDataUrl: `${join(root, 'standard_fonts')}/`,
    // Pictures are not looked at: none is small enough.
    maxImageSize: 1,
    isOffscreenCanvasSupported: false,
    enableXfa: false,
    stopAtErrors: false,
    verbosity: pdfjs.VerbosityLevel.ERRORS,
  });
  try {
    const document = await task.promise;
    if (document.numPages > MOST_PAGES) throw new AppError('FILE_TOO_LARGE');
    const pages: PdfPage[] = [];
    for (let i = 1; i <= document.numPages; i += 1) {
      const page = await document.getPage(i);
      const { fnArray, argsArray } = await page.getOperatorList({ annotationMode: pdfjs.AnnotationMode.DISABLE });
      const view = page.getViewport({ scale: 1 }).transform as unknown as Matrix;
      pages.push(readDrawing({ fnArray, argsArray, ops: pdfjs.OPS }, view));
      page.cleanup();
    }
    return pages;
  } catch (error) {
    if (error instanceof AppError) throw error;
    const locked = error instanceof Error && error.name === 'PasswordException';
    throw Object.assign(new AppError(locked ? 'FILE_LOCKED' : 'BAD_FILE'), { cause: error });
  } finally {
    await task.destroy();
  }
}

/** pdf.js names these classes when it is loaded and only uses them to draw, which we do not. */
async function loadPdfjs(): Promise<typeof import('pdfjs-dist/legacy/build/pdf.mjs')> {
  const drawing = globalThis as Record<string, unknown>;
  for (const name of ['DOMMatrix', 'ImageData', 'Path2D']) drawing[name] ??= class {};
  return import('pdfjs-dist/legacy/build/pdf.mjs');
}
