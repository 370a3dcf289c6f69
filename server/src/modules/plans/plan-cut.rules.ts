import type { PlanField } from '@openday/shared/plan-fields';
import { type ColumnWidths, fitOf, LONGEST } from './plan-fit.rules';

/** What stands between a piece of text and the one before it. */
export type Gap = 'space' | 'wide' | 'newline' | 'blank' | 'page';

/** The smallest piece a cell can begin or end at. */
export interface Atom {
  text: string;
  line: number;
  gap: Gap;
}

/** How a text marks its cells: `close` when a line break without a blank line is only ever between cells. */
export interface Habits {
  close: boolean;
  widths: ColumnWidths;
}

export interface Cut {
  field: PlanField;
  atoms: Atom[];
}

/** More pieces than any real row has: no more are shared out at once. */
export const MOST_ATOMS = 240;
const FOLLOWED = 10;

/** A row's pieces shared out among its columns, in order, so that every cell looks most like its field. */
export function cutRow(
  atoms: readonly Atom[],
  fields: readonly PlanField[],
  habits: Habits,
  bases: readonly string[] = [],
): Cut[] {
  const n = Math.min(atoms.length, MOST_ATOMS);
  const inner = innerCosts(atoms, n, habits);
  let best: number[] = [0, ...Array<number>(n).fill(Number.NEGATIVE_INFINITY)];
  const back: number[][] = [];
  fields.forEach((field, f) => {
    const next: number[] = Array<number>(n + 1).fill(Number.NEGATIVE_INFINITY);
    const from: number[] = Array<number>(n + 1).fill(0);
    const base = bases[f] ?? '';
    const untouched = fitOf(field, base, habits.widths);
    for (let start = 0; start <= n; start += 1) {
      if (best[start] === Number.NEGATIVE_INFINITY) continue;
      offer(next, from, start, best[start]! + untouched, start);
      let text = base;
      for (let end = start + 1; end <= n; end += 1) {
        text = append(text, atoms[end - 1]!, end - 1 === start && base !== '');
        if (text.length > LONGEST[field]) break;
        const gaps = (start === 0 ? 0 : boundary(atoms[start]!.gap, habits)) + inner[end]! - inner[start + 1]!;
        const torn = base === '' ? 0 : tornCost(field, base, habits.widths);
        offer(next, from, end, best[start]! + fitOf(field, text, habits.widths) + gaps + torn, start);
      }
    }
    back.push(from);
    best = pruned(next);
  });
  return traceBack(atoms, fields, back, n);
}

/** What the best other boundary between two neighbours would gain, looked for one and two pieces away; below zero where it is worse. */
export function partingGain(one: Cut, other: Cut, habits: Habits): number {
  const atoms = [...one.atoms, ...other.atoms];
  const score = (at: number) => {
    const [left, right] = [atoms.slice(0, at), atoms.slice(at)];
    const gaps =
      (at > 0 && right[0] ? boundary(right[0].gap, habits) : 0) + within(left, habits) + within(right, habits);
    return (
      fitOf(one.field, textOfAtoms(left), habits.widths) + fitOf(other.field, textOfAtoms(right), habits.widths) + gaps
    );
  };
  const at = one.atoms.length;
  const own = score(at);
  const others = [at - 2, at - 1, at + 1, at + 2].filter((place) => place >= 0 && place <= atoms.length);
  return Math.max(Number.NEGATIVE_INFINITY, ...others.map((place) => score(place) - own));
}

function within(atoms: readonly Atom[], habits: Habits): number {
  return atoms.slice(1).reduce((sum, atom, i) => sum + inside(atom, atoms[i]!, habits), 0);
}

/** The text of a run of pieces, broken where the sheet breaks it. */
export function textOfAtoms(atoms: readonly Atom[]): string {
  return atoms.reduce((text, atom) => append(text, atom, false), '');
}

function append(text: string, atom: Atom, afterPage: boolean): string {
  if (text === '') return atom.text;
  if (afterPage) return `${text}\n${atom.text}`;
  return text + (atom.gap === 'space' || atom.gap === 'wide' ? ' ' : '\n') + atom.text;
}

/** Only the best places for a cell to end are followed up: a row's cost grows with its length, not its square. */
function pruned(scores: number[]): number[] {
  const least = [...scores].sort((a, b) => b - a)[FOLLOWED - 1] ?? Number.NEGATIVE_INFINITY;
  return scores.map((score, i) => (score >= least || i === scores.length - 1 ? score : Number.NEGATIVE_INFINITY));
}

function offer(next: number[], from: number[], end: number, score: number, start: number): void {
  if (score <= next[end]!) return;
  next[end] = score;
  from[end] = start;
}

/** inner[i]: what the gaps before pieces 1 … i-1 cost when they are inside of a cell. */
function innerCosts(atoms: readonly Atom[], n: number, habits: Habits): number[] {
  const sums = [0, 0];
  for (let i = 1; i < n; i += 1) sums.push(sums[i]! + inside(atoms[i]!, atoms[i - 1]!, habits));
  return sums;
}

function boundary(gap: Gap, { close }: Habits): number {
  return { space: 0, wide: 3, newline: close ? 4 : 1, blank: close ? 0 : 3, page: 0 }[gap];
}

function inside(atom: Atom, before: Atom, { close }: Habits): number {
  if (atom.gap === 'space') return /\d$/.test(before.text) !== /^\d/.test(atom.text) ? 0 : -1;
  return { wide: -2, newline: close ? -4 : 0, blank: close ? 0 : -2, page: 0 }[atom.gap];
}

/** A cell goes on after a page break only where its last line was full. */
function tornCost(field: PlanField, base: string, widths: ColumnWidths): number {
  const last = base.split('\n').at(-1)!;
  const width = widths[field];
  const whole = field === 'contact' || field === 'headcount' || field === 'time';
  const closed = whole || /[。！]$/.test(last) || (width !== undefined && last.length < width * 0.7);
  return closed ? -8 : -1;
}

function traceBack(atoms: readonly Atom[], fields: readonly PlanField[], back: number[][], n: number): Cut[] {
  const cuts: Cut[] = [];
  let end = n;
  for (let f = fields.length - 1; f >= 0; f -= 1) {
    const start = back[f]![end]!;
    cuts.unshift({ field: fields[f]!, atoms: atoms.slice(start, end) });
    end = start;
  }
  return cuts;
}
