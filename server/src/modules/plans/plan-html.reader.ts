import { AppError } from '../../http/app-error';
import { planOfGrids } from './plan-choice.reader';
import type { PlanSheet } from './plan-sheet.rules';
import { gridOf } from './plan-xlsx.reader';

const MOST_ROWS = 5_000;

/**
 * A table saved as a web page, often under the name .xls; where = `网页表格 B7`.
 * @throws AppError BAD_FILE, FILE_TOO_LARGE, NOT_A_PLAN
 */
export async function readHtml(html: string): Promise<PlanSheet> {
  const { fromHtml } = await import('hucre');
  const name = '网页表格';
  try {
    const sheet = fromHtml(html, { sheetName: name, typeInference: false, classes: false });
    if (sheet.rows.length > MOST_ROWS) throw new AppError('FILE_TOO_LARGE');
    const title = /<title[^>]*>([^<]{2,80})<\/title>/i.exec(html)?.[1];
    return planOfGrids([{ ...gridOf(sheet), preface: title ? [title.trim()] : [] }]);
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw Object.assign(new AppError('BAD_FILE'), { cause: error });
  }
}
