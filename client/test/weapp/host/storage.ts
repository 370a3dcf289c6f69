import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { type Callbacks, type Reply, settle, WxFailure } from './callbacks';

const KB = 1024;
const KEY_LIMIT = 1024 * KB;
const LIMIT = 10 * KEY_LIMIT;
/** What encryption makes of a byte. */
const ENCRYPTED = 1.4;

interface Entry {
  json: string;
  encrypted: boolean;
}

type KeyOptions = Callbacks & { key: string; encrypt?: boolean };

/** The phone's storage for this mini program: outlives the app in a file, with WeChat's limits. */
export class Storage {
  /** Every write asked for, in order: `door.list.1 encrypted`. */
  readonly writes: string[] = [];
  private readonly entries: Map<string, Entry>;
  private writesLeft = Number.POSITIVE_INFINITY;

  constructor(private readonly file: string) {
    const kept = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as [string, Entry][]) : [];
    this.entries = new Map(kept);
  }

  /** Lets so many more writes through; then `end`, and nothing is written any more. */
  endAfter(writes: number, end: () => void): void {
    this.writesLeft = writes;
    this.end = end;
  }

  private end: () => void = () => undefined;

  /** The functions of `wx`; `revive` makes values of the app's own realm. */
  api(revive: (json: string) => unknown) {
    const info = () => ({
      keys: [...this.entries.keys()],
      currentSize: Math.ceil(this.size() / KB),
      limitSize: LIMIT / KB,
    });
    const sync = <T>(name: string, act: () => T): T => {
      try {
        return act();
      } catch (failure) {
        throw failure instanceof WxFailure ? new Error(`${name}:fail ${failure.message}`) : failure;
      }
    };
    return {
      getStorageSync: (key: string) => {
        const entry = this.get(key, false);
        return entry ? revive(entry.json) : '';
      },
      setStorageSync: (key: string, data: unknown) => sync('setStorageSync', () => this.set(key, data, false)),
      removeStorageSync: (key: string) => this.remove(key),
      clearStorageSync: () => this.clear(),
      getStorageInfoSync: info,
      getStorage: (o: KeyOptions) =>
        settle('getStorage', o, () => {
          const entry = this.get(o.key, o.encrypt === true);
          if (!entry) throw new WxFailure('data not found');
          return { data: revive(entry.json) };
        }),
      setStorage: (o: KeyOptions & { data: unknown }) =>
        settle('setStorage', o, () => done(() => this.set(o.key, o.data, o.encrypt === true))),
      removeStorage: (o: KeyOptions) => settle('removeStorage', o, () => done(() => this.remove(o.key))),
      clearStorage: (o: Callbacks = {}) => settle('clearStorage', o, () => done(() => this.clear())),
      getStorageInfo: (o: Callbacks = {}) => settle('getStorageInfo', o, info),
    };
  }

  private get(key: string, encrypted: boolean): Entry | null {
    const entry = this.entries.get(key);
    // What was stored encrypted is only there for who asks for it so.
    return entry?.encrypted === encrypted ? entry : null;
  }

  private set(key: string, data: unknown, encrypted: boolean): void {
    this.writes.push(`${key}${encrypted ? ' encrypted' : ''}`);
    const entry = { json: JSON.stringify(data) ?? '""', encrypted };
    const size = sizeOf(key, entry);
    if (size > KEY_LIMIT) throw new WxFailure('exceed storage item max length');
    const before = this.entries.get(key);
    const others = this.size() - (before ? sizeOf(key, before) : 0);
    if (others + size > LIMIT) throw new WxFailure('exceed storage max size 10Mb');
    this.entries.set(key, entry);
    this.save();
  }

  private remove(key: string): void {
    this.entries.delete(key);
    this.save();
  }

  private clear(): void {
    this.entries.clear();
    this.save();
  }

  private size(): number {
    return [...this.entries].reduce((sum, [key, entry]) => sum + sizeOf(key, entry), 0);
  }

  private save(): void {
    this.writesLeft -= 1;
    if (this.writesLeft === -1) this.end();
    // The process is dead: what it holds in memory never reaches the phone.
    if (this.writesLeft < 0) return;
    writeFileSync(this.file, JSON.stringify([...this.entries]));
  }
}

function sizeOf(key: string, { json, encrypted }: Entry): number {
  return Buffer.byteLength(key) + Math.ceil(Buffer.byteLength(json) * (encrypted ? ENCRYPTED : 1));
}

function done(act: () => void): Reply {
  act();
  return {};
}
