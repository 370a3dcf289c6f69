import type { ScanFact, ScanRejection } from '@openday/shared/check-in';
import type { Id } from '@openday/shared/wire';
import Taro from '@tarojs/taro';

/** A fact from the door, and what the server said to it: neither = still to be uploaded. */
export interface DoorRecord {
  fact: ScanFact;
  /** Acknowledged as the n-th of its session. */
  ack?: number;
  rejected?: ScanRejection;
}

const PREFIX = 'door.facts.';
/** Facts to a key: one write per fact stays small, and WeChat's 1 MB a key is far. */
const CHUNK = 50;

/** This device's own name: `make`'s where it has none yet. Throws where the phone has no room for it. */
export async function deviceName(make: () => string): Promise<string> {
  const known: unknown = Taro.getStorageSync('doorDevice');
  if (typeof known === 'string' && known !== '') return known;
  const made = make();
  Taro.setStorageSync('doorDevice', made);
  return made;
}

/** Everything this device recorded and did not forget, each session's in order. */
export async function allFacts(): Promise<DoorRecord[]> {
  const sessions = new Set(chunkKeys(PREFIX).map((key) => key.split('.')[2] ?? ''));
  return [...sessions].flatMap(factsOf);
}

/** Writes the session's next fact: `make` is told the last one. In the storage when it returns; throws where there is no room. */
export async function appendFact(sessionId: Id, make: (last: DoorRecord | null) => DoorRecord): Promise<DoorRecord> {
  const numbers = chunksOf(sessionId);
  const tail = numbers[numbers.length - 1] ?? 0;
  const records = readChunk(sessionId, tail);
  const made = make(records[records.length - 1] ?? null);
  if (records.length < CHUNK) writeChunk(sessionId, tail, [...records, made]);
  else writeChunk(sessionId, tail + 1, [made]);
  return made;
}

/** Stores what `next` makes of the session's facts, by number; one that it leaves out is forgotten. Returns them. */
export async function changeFacts(sessionId: Id, next: (records: DoorRecord[]) => DoorRecord[]): Promise<DoorRecord[]> {
  const wanted = new Map(next(factsOf(sessionId)).map((record) => [record.fact.seq, record]));
  for (const n of chunksOf(sessionId)) {
    const before = readChunk(sessionId, n);
    const after = before.flatMap(({ fact }) => wanted.get(fact.seq) ?? []);
    if (after.length === 0) Taro.removeStorageSync(keyOf(sessionId, n));
    else if (JSON.stringify(after) !== JSON.stringify(before)) writeChunk(sessionId, n, after);
  }
  return factsOf(sessionId);
}

function factsOf(sessionId: Id): DoorRecord[] {
  return chunksOf(sessionId).flatMap((n) => readChunk(sessionId, n));
}

function chunksOf(sessionId: Id): number[] {
  return chunkKeys(`${PREFIX}${sessionId}.`)
    .map((key) => Number(key.split('.')[3]))
    .sort((a, b) => a - b);
}

function readChunk(sessionId: Id, n: number): DoorRecord[] {
  const kept: unknown = Taro.getStorageSync(keyOf(sessionId, n));
  return Array.isArray(kept) ? (kept as DoorRecord[]) : [];
}

const writeChunk = (sessionId: Id, n: number, records: DoorRecord[]) =>
  Taro.setStorageSync(keyOf(sessionId, n), records);
const keyOf = (sessionId: Id, n: number) => `${PREFIX}${sessionId}.${n}`;
const chunkKeys = (prefix: string) => Taro.getStorageInfoSync().keys.filter((key) => key.startsWith(prefix));
