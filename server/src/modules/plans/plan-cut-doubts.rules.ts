import type { PlanField } from '@openday/shared/plan-fields';
import { type Cut, type Habits, partingGain, textOfAtoms } from './plan-cut.rules';
import { fitOf } from './plan-fit.rules';
import type { SheetRow } from './plan-sheet.rules';
import { bare } from './plan-words.rules';

/** A boundary that could as well lie one piece further has less than this to say for itself. */
const NARROW = 1.2;

const COUNTS = new Set<PlanField>(['no', 'time', 'headcount', 'contact']);
/** What a cell of the field cannot hold, though it was given it. */
const FOREIGN: Partial<Record<PlanField, RegExp>> = {
  theme: /\d{7,}|\d{1,2}[:：]\d{2}|\d月\d|星期[一二三四五六日]/,
  content: /1[3-9]\d{9}|0\d{2,3}[-—–]\d{7}/,
  unit: /\d{1,2}[:：]\d{2}|\d月\d|\d{5,}|[。？！]/,
  venue: /\d{1,2}[:：]\d{2}|\d月\d|1[3-9]\d{9}|^\d+人/,
  audience: /\d{1,2}[:：]\d{2}|\d月\d|1[3-9]\d{9}/,
  form: /\d/,
};
/** A piece of what stood before. */
const PIECE =
  /^\d{1,2}(?=[\u4e00-\u9fff]{3})(?!\d*[号楼室路])|^(?:日|月|人|旬|午)(?=.{2})(?![报期光常记照用]|[民大才社力]|[间饭餐])/;
/** The end of a theme before whom the content invites: 放组织群众. */
const REST_OF_THEME = /^[\u4e00-\u9fff](?=邀请|组织)(?<![现拟特将并请等再由诚共可地])/;
/** 13800000303 李小: a name that may go on in the next line. */
const NAME_CUT = /\d\s*[\u4e00-\u9fff]{1,2}$/;
/** A count with another cell beside it. */
const BESIDE = /\d ?人 +[\u4e00-\u9fff]{2}/;
/** The least a cell must look like its field. */
const LEAST: Partial<Record<PlanField, number>> = { time: 1, headcount: 0, contact: -1, unit: -1, theme: -4, no: 0 };

/** The fields whose cells may have been cut at the wrong place. */
export function doubtful(cuts: readonly Cut[], habits: Habits): Set<PlanField> {
  const filled = new Set(cuts.filter(({ atoms }) => atoms.length > 0).map(({ field }) => field));
  const texts = new Map(cuts.map(({ field, atoms }) => [field, textOfAtoms(atoms)]));
  const misfit = cuts.some(({ field }) => {
    const text = texts.get(field)!;
    return text !== '' && fitOf(field, text, habits.widths) < (LEAST[field] ?? -99);
  });
  // Where one cell holds what it cannot, the columns were read across, and nothing of the row is certain.
  if (misfit || isForeign((field) => texts.get(field) ?? '', [...texts.keys()])) return filled;
  const found = new Set<PlanField>();
  for (const field of themeCut(texts.get('content') ?? '')) found.add(field);
  cuts.forEach((cut, i) => {
    const next = cuts[i + 1];
    if (!next || partingGain(cut, next, habits) <= -NARROW) return;
    found.add(cut.field);
    found.add(next.field);
  });
  return found;
}

/**
 * The fields of a row in parts that may be wrong: all where it has so many loose ends that it may be two rows, or where a
 * cell holds what it cannot or begins with a piece of another; a single sign behind a name may be the name's.
 */
export function loose({ cells, torn }: Pick<SheetRow, 'cells' | 'torn'>, fields: readonly PlanField[]): PlanField[] {
  const broken = isForeign((field) => cells[field]?.text ?? '', fields);
  if (torn.length >= 3 || broken) return fields.filter((field) => cells[field]);
  const sign = torn.find(({ field, tail }) => field !== 'contact' && /^[\u4e00-\u9fff]$/.test(bare(tail)));
  const name = sign && NAME_CUT.test(cells.contact?.text ?? '') ? [sign.field, 'contact' as const] : [];
  return [...new Set([...name, ...themeCut(cells.content?.text ?? '')])];
}

function themeCut(content: string): PlanField[] {
  return REST_OF_THEME.test(bare(content)) ? ['theme', 'content'] : [];
}

function isForeign(textOf: (field: PlanField) => string, fields: readonly PlanField[]): boolean {
  return fields.some((field) => {
    const text = textOf(field);
    const flat = bare(text);
    if (field === 'content' && BESIDE.test(text)) return true;
    return FOREIGN[field]?.test(flat) || (!COUNTS.has(field) && PIECE.test(flat));
  });
}
