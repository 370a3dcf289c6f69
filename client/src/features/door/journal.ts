import type { ScanFact, ScanReply } from '@openday/shared/check-in';
import type { Id } from '@openday/shared/wire';
import { clockOffsetMs } from '@/lib/clock';
import { keptList } from '@/lib/kept-lists';
import { currentTokens } from '@/lib/tokens';
import { allFacts, appendFact, changeFacts, type DoorRecord } from '@/platform/fact-storage';
import { tellOtherTabs } from '@/platform/other-tabs';
import { newFactId } from './device';

export type NewFact = Omit<ScanFact, 'id' | 'seq' | 'sessionId' | 'at' | 'clockOffsetMs' | 'by'>;

/** What the storage holds, to look at without waiting: changed only after the storage was. */
const journal = new Map<Id, DoorRecord[]>();

/** Reads what this device recorded; once more where another tab recorded too. */
export async function openJournal(): Promise<void> {
  const bySession = new Map<Id, DoorRecord[]>();
  for (const record of await allFacts()) {
    const { sessionId } = record.fact;
    const known = bySession.get(sessionId);
    if (known) known.push(record);
    else bySession.set(sessionId, [record]);
  }
  journal.clear();
  for (const [sessionId, records] of bySession) journal.set(sessionId, records);
}

/** Everything this device recorded at a session's door, in order. */
export function recordsOf(sessionId: Id): DoorRecord[] {
  return journal.get(sessionId) ?? [];
}

/** Writes one fact to the storage before anything else happens; throws where there is no room. */
export async function append(sessionId: Id, draft: NewFact): Promise<ScanFact> {
  // Without a sign-in that holds, the door goes on for whom the list was given to.
  const by = currentTokens()?.account.id ?? keptList(sessionId)?.by;
  const record = await appendFact(sessionId, (last) => ({
    fact: {
      ...draft,
      id: newFactId(),
      seq: (last?.fact.seq ?? 0) + 1,
      sessionId,
      at: new Date().toISOString(),
      clockOffsetMs: Math.round(clockOffsetMs()),
      ...(by && { by }),
    },
  }));
  // A new array: who looks compares arrays.
  journal.set(sessionId, [...recordsOf(sessionId), record]);
  tellOtherTabs();
  return record.fact;
}

/** Facts of every session still to be uploaded, oldest first within each. */
export function waitingFacts(limit: number): ScanFact[] {
  return recordedSessions()
    .flatMap(recordsOf)
    .filter(isWaiting)
    .slice(0, limit)
    .map(({ fact }) => fact);
}

/** Notes what the server said to each item. One that it did not name stays to be uploaded. */
export async function settle(items: ScanReply['items']): Promise<void> {
  const answers = new Map(items.map((item) => [item.id, item]));
  for (const sessionId of recordedSessions()) {
    if (!recordsOf(sessionId).some(({ fact }) => answers.has(fact.id))) continue;
    await change(sessionId, (records) => {
      // Never below what the list says it counts, also when older records were forgotten.
      let ack = Math.max(lastAck(records), keptList(sessionId)?.upTo ?? 0);
      return records.map((record) => {
        const answer = answers.get(record.fact.id);
        if (!answer || !isWaiting(record)) return record;
        if (answer.result === 'rejected') return { ...record, rejected: answer.reason ?? 'malformed' };
        ack += 1;
        // Without its code an acknowledged record is smaller than before, so it fits also where storage is full.
        const { code: _, ...fact } = record.fact;
        return { fact, ack };
      });
    });
  }
}

/** Puts what was set aside back among what is to be uploaded; only what `which` says, where it is given. */
export function retryRejected(sessionId: Id, which: (record: DoorRecord) => boolean = () => true): Promise<void> {
  return change(sessionId, (records) =>
    records.map((record) => (record.rejected && which(record) ? { fact: record.fact } : record)),
  );
}

/** Makes room: forgets acknowledged facts which `isDone` says nothing needs any more. Never the last: it numbers the next. */
export function forget(sessionId: Id, isDone: (record: DoorRecord) => boolean): Promise<void> {
  return change(sessionId, (records) =>
    records.filter((record, i) => i === records.length - 1 || record.ack === undefined || !isDone(record)),
  );
}

/** Sessions this device has records of. */
export function recordedSessions(): Id[] {
  return [...journal.keys()].sort();
}

export function lastAck(records: DoorRecord[]): number {
  return records.reduce((last, { ack }) => Math.max(last, ack ?? 0), 0);
}

export function isWaiting({ ack, rejected }: DoorRecord): boolean {
  return ack === undefined && rejected === undefined;
}

/** This device said `end` last, corrections aside, and the server has all it would take. */
export function isEnded(records: DoorRecord[]): boolean {
  const last = records.filter(({ fact }) => fact.kind !== 'correction').pop();
  return last?.fact.kind === 'end' && last.ack !== undefined && !records.some(isWaiting);
}

async function change(sessionId: Id, next: (records: DoorRecord[]) => DoorRecord[]): Promise<void> {
  journal.set(sessionId, await changeFacts(sessionId, next));
  tellOtherTabs();
}
