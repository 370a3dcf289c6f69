import type { Id } from '@openday/shared/wire';
import Taro from '@tarojs/taro';
import { doorDatabase } from './door-database.h5';
import type { DoorRecord } from './fact-storage';

/** On the disk, not only handed to the browser: a phone whose battery dies keeps what it said was recorded. */
const DURABLE = { durability: 'strict' } as const;

/** This device's own name: `make`'s where it has none yet. */
export async function deviceName(make: () => string): Promise<string> {
  const known: unknown = Taro.getStorageSync('doorDevice');
  const db = await doorDatabase();
  const tx = db.transaction('device', 'readwrite', DURABLE);
  const name = (await tx.store.get('id')) ?? (typeof known === 'string' && known !== '' ? known : make());
  await Promise.all([tx.store.put(name, 'id'), tx.done]);
  return name;
}

/** Everything this device recorded and did not forget, each session's in order. */
export async function allFacts(): Promise<DoorRecord[]> {
  await takeOver();
  return (await doorDatabase()).getAll('facts');
}

/** Writes the session's next fact: `make` is told the last one, of whichever tab. On the disk when it returns. */
export async function appendFact(sessionId: Id, make: (last: DoorRecord | null) => DoorRecord): Promise<DoorRecord> {
  const db = await doorDatabase();
  const tx = db.transaction('facts', 'readwrite', DURABLE);
  const last = await tx.store.openCursor(rangeOf(sessionId), 'prev');
  const made = make(last?.value ?? null);
  await Promise.all([tx.store.add(made), tx.done]);
  return made;
}

/** Stores what `next` makes of the session's facts, by number; one that it leaves out is forgotten. Returns them. */
export async function changeFacts(sessionId: Id, next: (records: DoorRecord[]) => DoorRecord[]): Promise<DoorRecord[]> {
  const db = await doorDatabase();
  const tx = db.transaction('facts', 'readwrite', DURABLE);
  const before = await tx.store.getAll(rangeOf(sessionId));
  const after = next(before);
  const wanted = new Set(after.map(({ fact }) => fact.seq));
  const same = new Set(before);
  const gone = before.filter(({ fact }) => !wanted.has(fact.seq));
  await Promise.all([
    ...after.filter((record) => !same.has(record)).map((record) => tx.store.put(record)),
    ...gone.map(({ fact }) => tx.store.delete([sessionId, fact.seq])),
    tx.done,
  ]);
  return after;
}

const rangeOf = (sessionId: Id) => IDBKeyRange.bound([sessionId, 0], [sessionId, Number.POSITIVE_INFINITY]);

/** Earlier versions kept facts where a browser that is killed may lose the last seconds. */
async function takeOver(): Promise<void> {
  const keys = Taro.getStorageInfoSync().keys.filter((key) => key.startsWith('door.facts.'));
  if (keys.length === 0) return;
  const records = keys.flatMap((key) => Taro.getStorageSync<DoorRecord[]>(key));
  const tx = (await doorDatabase()).transaction('facts', 'readwrite', DURABLE);
  await Promise.all([...records.map((record) => tx.store.put(record)), tx.done]);
  for (const key of keys) Taro.removeStorageSync(key);
}
