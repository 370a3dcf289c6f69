import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { DoorRecord } from './fact-storage';

interface DoorDatabase extends DBSchema {
  /** Lists of names, each under a key that cannot be read out. */
  lists: { key: string; value: { key: CryptoKey; iv: Uint8Array<ArrayBuffer>; data: ArrayBuffer; until: number } };
  /** What this device recorded, by session and number. */
  facts: { key: [sessionId: string, seq: number]; value: DoorRecord };
  /** This device's own name. */
  device: { key: 'id'; value: string };
}

let opened: Promise<IDBPDatabase<DoorDatabase>> | null = null;

/** The browser's database of the door; opened anew where the browser closed it. */
export function doorDatabase(): Promise<IDBPDatabase<DoorDatabase>> {
  if (opened) return opened;
  const forget = () => {
    opened = null;
  };
  const opening = openDB<DoorDatabase>('openday-door', 1, {
    upgrade(db) {
      db.createObjectStore('lists');
      db.createObjectStore('facts', { keyPath: ['fact.sessionId', 'fact.seq'] });
      db.createObjectStore('device');
    },
    terminated: forget,
  });
  opened = opening;
  opening.catch(forget);
  return opening;
}
