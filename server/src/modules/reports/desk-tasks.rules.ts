import type { DeskTask } from '@openday/shared/board';
import { dayOf, instantOf } from '@openday/shared/dates';
import type { PendingDecision } from '@openday/shared/registrants';

const DAY_MS = 86_400_000;

export interface BareSession {
  id: string;
  theme: string;
  startsAt: Date;
  registered: number | null;
}

/** When tomorrow is over on China's clock: whose door has nobody until then is a task of today. */
export const endOfTomorrow = (now: Date): Date => new Date(instantOf(dayOf(now.getTime() + 2 * DAY_MS), '00:00'));

export function staffTask({ id, theme, startsAt, registered }: BareSession, now: Date): DeskTask {
  const session = { id, theme, startsAt: startsAt.toISOString(), registered };
  return { kind: 'doorStaff', due: dayOf(now.getTime()), at: null, count: 1, session };
}

/** Who applied has to know before the day. */
export function approvalTask({ session, applied }: PendingDecision): DeskTask {
  const due = dayOf(session.startsAt);
  return { kind: 'approvals', due, at: session.startsAt, count: applied, session: { ...session, registered: null } };
}

export function drawTask({ session }: PendingDecision, now: Date): DeskTask {
  return { kind: 'draw', due: dayOf(now.getTime()), at: null, count: 1, session: { ...session, registered: null } };
}

/** 备案: the units that handed them in wait. */
export function eventTask(count: number, now: Date): DeskTask {
  return { kind: 'eventApprovals', due: dayOf(now.getTime()), at: null, count, session: null };
}

/** 退回: nothing is public until the unit mends it. */
export function sentBackTask(count: number, now: Date): DeskTask {
  return { ...eventTask(count, now), kind: 'sentBack' };
}

/** One for each day on which answers are due, those nobody took yet apart. */
export function suggestionTasks(owed: readonly { dueAt: Date; taken: boolean }[]): DeskTask[] {
  const tasks = new Map<string, DeskTask>();
  for (const { dueAt, taken } of owed) {
    const kind = taken ? 'suggestions' : 'newSuggestions';
    const [due, at] = [dayOf(dueAt.getTime()), dueAt.toISOString()];
    const known = tasks.get(`${kind} ${due}`) ?? { kind, due, at, count: 0, session: null };
    const first = known.at && known.at < at ? known.at : at;
    tasks.set(`${kind} ${due}`, { ...known, at: first, count: known.count + 1 });
  }
  return [...tasks.values()];
}

export const publicationTask = (count: number, now: Date): DeskTask => ({
  ...{ kind: 'publications', due: dayOf(now.getTime()), at: null, count, session: null },
});

/** All of them together, by the day the first is due. */
export function closingTask(dueAt: Date, count: number): DeskTask {
  return { kind: 'closing', due: dayOf(dueAt.getTime()), at: dueAt.toISOString(), count, session: null };
}

/** Soonest first; of one day, sessions before what is asked of nobody in particular, by their start. */
export function byDue(tasks: DeskTask[]): DeskTask[] {
  const place = ({ due, session }: DeskTask) => `${due} ${session?.startsAt ?? '~'}`;
  return [...tasks].sort((a, b) => (place(a) < place(b) ? -1 : 1));
}
