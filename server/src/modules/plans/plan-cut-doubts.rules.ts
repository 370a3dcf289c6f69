import type { PlanField } from '@openday/shared/plans';
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
/** The least a cell must look like its field. */
const LEAST: Partial<Record<PlanField, number>> = { time: 1, headcount: 0, contact: -1, unit: -1, theme: -4, no: 0 };

/** The fields whose cells may have been cut at the wrong place. */
export function doubtful(cuts: readonly Cut[], habits: Habits): Set<PlanField> {
  const found = new Set<PlanField>();
  cuts.forEach(({ field, atoms }, i) => {
    const text = textOfAtoms(atoms);
    const flat = bare(text);
    if (flat && (FOREIGN[field]?.test(flat) || fitOf(field, text, habits.widths) < (LEAST[field] ?? -99)))
      found.add(field);
    if (!COUNTS.has(field) && PIECE.test(flat)) {
      found.add(field);
      if (cuts[i - 1]) found.add(cuts[i - 1]!.field);
    }
    const next = cuts[i + 1];
    if (next && partingGain({ field, atoms }, next, habits) > -NARROW) {
      found.add(field);
      found.add(next.field);
    }
  });
  // Where that much is in doubt, nothing of the row is certain.
  return found.size >= 4 ? new Set(cuts.filter(({ atoms }) => atoms.length > 0).map(({ field }) => field)) : found;
}

/** The fields whose cells hold what they cannot, or begin with a piece of the one before. */
export function foreign(cells: SheetRow['cells'], fields: readonly PlanField[]): Set<PlanField> {
  const found = new Set<PlanField>();
  fields.forEach((field, i) => {
    const flat = bare(cells[field]?.text ?? '');
    if (FOREIGN[field]?.test(flat)) found.add(field);
    if (COUNTS.has(field) || !PIECE.test(flat)) return;
    found.add(field);
    if (fields[i - 1]) found.add(fields[i - 1]!);
  });
  return found;
}
