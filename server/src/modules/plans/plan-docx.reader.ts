import type { RawCell } from '@openday/shared/plans';
import { AppError } from '../../http/app-error';
import { planOfGrids } from './plan-choice.reader';
import type { Grid, PlanSheet } from './plan-sheet.rules';
import { readPlanText } from './plan-text.reader';
import { readNumbering } from './plan-word-lists.reader';
import { type Block, readWordml, type WordCell, type WordRow } from './plan-wordml.reader';
import { bare } from './plan-words.rules';

/**
 * A Word document: its tables (those of one width as one, nested ones too), else its prose; where = `表1 第3行第2列`.
 * @throws AppError BAD_FILE, FILE_TOO_LARGE, EMPTY_FILE, NOT_A_PLAN
 */
export function readDocx(parts: ReadonlyMap<string, Buffer>): PlanSheet {
  const numbering = parts.get('word/numbering.xml');
  const lists = numbering ? readNumbering(numbering.toString('utf8')) : new Map();
  const blocks = readWordml(parts.get('word/document.xml')!, lists);
  const grids = gridsOf(blocks);
  if (grids.length === 0) return readProse(blocks);
  try {
    return planOfGrids(grids);
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'NOT_A_PLAN') throw error;
    return proseOr(blocks, error);
  }
}

/** A notice may have a form to fill in for its only table. */
function proseOr(blocks: readonly Block[], refusal: AppError): PlanSheet {
  try {
    return readProse(blocks);
  } catch (error) {
    throw error instanceof AppError ? refusal : error;
  }
}

function readProse(blocks: readonly Block[]): PlanSheet {
  const sheet = readPlanText(blocks.map(proseOf).join('\n'));
  for (const { cells } of sheet.rows) {
    for (const cell of Object.values(cells)) cell.where = cell.where.replaceAll('行', '段');
  }
  return sheet;
}

/** 活动时间 | 9月4日 in two cells is 活动时间：9月4日. */
function proseOf(block: Block): string {
  if (block.kind === 'paragraph') return block.text;
  return block.rows
    .map(({ cells }) => cells.map(textOf).filter((text) => bare(text)))
    .map((texts) => texts.join(texts.length === 2 ? '：' : '\t'))
    .join('\n');
}

/** All tables in order; one that goes on with the columns of the one before it is the same table. */
function gridsOf(blocks: readonly Block[]): Grid[] {
  const tables = tablesIn(blocks);
  const firstTable = blocks.findIndex(({ kind }) => kind === 'table');
  const lines = (from: number, to?: number) =>
    blocks
      .slice(from, to)
      .flatMap((block) => (block.kind === 'paragraph' && bare(block.text) ? [block.text.trim()] : []));
  const preface = lines(0, Math.max(0, firstTable));
  const closing = lines(Math.max(0, firstTable));
  const grids: Grid[] = [];
  tables.forEach((rows, i) => {
    const cells = cellsOf(rows, `表${i + 1}`);
    const last = grids.at(-1);
    if (last && last.rows[0]?.length === cells[0]?.length) last.rows.push(...cells);
    else grids.push({ rows: cells, preface, closing });
  });
  return grids.filter(({ rows }) => rows.length > 0);
}

function tablesIn(blocks: readonly Block[]): WordRow[][] {
  return blocks.flatMap((block) => {
    if (block.kind !== 'table') return [];
    return [block.rows, ...block.rows.flatMap(({ cells }) => cells.flatMap((cell) => tablesIn(cell.blocks)))];
  });
}

/** Rows and columns of one table; merged cells stand in each place they cover, with their own place. */
function cellsOf(rows: readonly WordRow[], table: string): RawCell[][] {
  const width = Math.max(
    0,
    ...rows.map((row) => row.cells.reduce((sum, { span }) => sum + Math.max(1, span), row.before)),
  );
  const grid: RawCell[][] = [];
  rows.forEach(({ before, cells }, r) => {
    const above = grid[r - 1];
    const line: RawCell[] = Array.from({ length: before }, () => ({ text: '', where: `${table} 第${r + 1}行` }));
    cells.forEach((cell, c) => {
      const own: RawCell = { text: textOf(cell), where: `${table} 第${r + 1}行第${c + 1}列` };
      const shown = cell.goesOn && !own.text ? (above?.[line.length] ?? own) : own;
      for (let i = 0; i < Math.max(1, cell.span); i += 1) line.push(shown);
    });
    while (line.length < width) line.push({ text: '', where: `${table} 第${r + 1}行` });
    grid.push(line);
  });
  return grid.filter((line) => line.some(({ text }) => text));
}

function textOf({ blocks }: WordCell): string {
  return blocks
    .map((block) =>
      block.kind === 'paragraph' ? block.text : block.rows.map((row) => row.cells.map(textOf).join(' ')).join('\n'),
    )
    .map((text) => text.trim())
    .filter(Boolean)
    .join('\n');
}
