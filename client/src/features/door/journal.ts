import type { ScanFact, ScanReply } from '@openday/shared/check-in';
import type { Id } from '@openday/shared/wire';
import { clockOffsetMs } from '@/lib/clock';
import { type DoorRecord, readStored, store, storedKeys } from '@/lib/stored';
import { newFactId } from './device';

/** Facts to a storage key: one write per fact stays small, and WeChat's 1 MB a key is far. */
const CHUNK = 50;

export type NewFact = Omit<ScanFact, 'id' | 'seq' | 'sessionId' | 'at' | 'clockOffsetMs'>;

/** Everything this device recorded at a session's door, in order. */
export function recordsOf(sessionId: Id): DoorRecord[] {
  return chunksOf(sessionId).flatMap((n) => readChunk(sessionId, n));
}

/** Writes one fact to the storage before anything else happens; throws where there is no room. */
export function append(sessionId: Id, draft: NewFact): ScanFact {
  const numbers = chunksOf(sessionId);
  const tail = numbers[numbers.length - 1] ?? 0;
  const records = readChunk(sessionId, tail);
  const seq = (records[records.length - 1]?.fact.seq ?? 0) + 1;
  const fact: ScanFact = {
    ...draft,
    id: newFactId(),
    seq,
    sessionId,
    at: new Date().toISOString(),
    clockOffsetMs: Math.round(clockOffsetMs()),
  };
  if (records.length < CHUNK) store(keyOf(sessionId, tail), [...records, { fact }]);
  else store(keyOf(sessionId, tail + 1), [{ fact }]);
  return fact;
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
export function settle(items: ScanReply['items']): void {
  const answers = new Map(items.map((item) => [item.id, item]));
  for (const sessionId of recordedSessions()) {
    // Never below what the list says it counts, also when older records were forgotten.
    let ack = Math.max(lastAck(recordsOf(sessionId)), readStored(`door.pack.${sessionId}`)?.upTo ?? 0);
    change(sessionId, (record) => {
      const answer = answers.get(record.fact.id);
      if (!answer || !isWaiting(record)) return record;
      if (answer.result === 'rejected') return { ...record, rejected: answer.reason ?? 'malformed' };
      ack += 1;
      // Without its code an acknowledged record is smaller than before, so it fits also where storage is full.
      const { code: _, ...fact } = record.fact;
      return { fact, ack };
    });
  }
}

/** Puts what was set aside back among what is to be uploaded. */
export function retryRejected(sessionId: Id): void {
  change(sessionId, (record) => (record.rejected ? { fact: record.fact } : record));
}

/** Makes room: forgets whole keys of acknowledged facts which `isDone` says nothing needs any more. Never the last. */
export function forget(sessionId: Id, isDone: (record: DoorRecord) => boolean): void {
  for (const n of chunksOf(sessionId).slice(0, -1)) {
    const records = readChunk(sessionId, n);
    if (records.every((record) => record.ack !== undefined && isDone(record))) store(keyOf(sessionId, n), null);
  }
}

/** Sessions this device has records of. */
export function recordedSessions(): Id[] {
  return [...new Set(storedKeys('door.facts.').map((key) => key.split('.')[2] ?? ''))].sort();
}

export function lastAck(records: DoorRecord[]): number {
  return records.reduce((last, { ack }) => Math.max(last, ack ?? 0), 0);
}

export function isWaiting({ ack, rejected }: DoorRecord): boolean {
  return ack === undefined && rejected === undefined;
}

/** This device said `end` last, and the server has all it would take. */
export function isEnded(records: DoorRecord[]): boolean {
  const last = records[records.length - 1];
  return last?.fact.kind === 'end' && last.ack !== undefined && !records.some(isWaiting);
}

function change(sessionId: Id, next: (record: DoorRecord) => DoorRecord): void {
  for (const n of chunksOf(sessionId)) {
    const before = readChunk(sessionId, n);
    const after = before.map(next);
    if (after.some((record, i) => record !== before[i])) store(keyOf(sessionId, n), after);
  }
}

function chunksOf(sessionId: Id): number[] {
  return storedKeys(`door.facts.${sessionId}.`)
    .map((key) => Number(key.split('.')[3]))
    .sort((a, b) => a - b);
}

const keyOf = (sessionId: Id, n: number) => `door.facts.${sessionId}.${n}` as const;
const readChunk = (sessionId: Id, n: number): DoorRecord[] => readStored(keyOf(sessionId, n)) ?? [];
