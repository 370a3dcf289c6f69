import type { DoorPack } from '@openday/shared/check-in';
import { type FoldedPack, foldPack, unfoldPack } from '@openday/shared/door-fold';
import type { Id, Instant } from '@openday/shared/wire';
import Taro from '@tarojs/taro';
import { tellOtherTabs } from '@/platform/other-tabs';
import { eraseSealed } from '@/platform/sealed-erasure';
import { readSealed, removeSealed, writeSealed } from '@/platform/sealed-storage';
import { assumeOffset, serverNow } from './clock';
import { setEraser } from './list-erasure';
import { readStored, store, storedKeys } from './stored';
import { currentTokens } from './tokens';

/** A session's list as last fetched: names, and the keys of its codes. */
export interface KeptPack {
  pack: DoorPack;
  /** The last acknowledgement whose fact the list already counts. */
  upTo: number;
  /** What the server was told this door is called. */
  door?: string | null;
  /** The account it was given to: nobody else's to read. */
  by: Id;
  savedAt: Instant;
  /** Server clock minus phone clock then, ms. */
  offsetMs: number;
}

type Folded = Omit<KeptPack, 'pack'> & { pack: FoldedPack };

const DAY_MS = 86_400_000;

/** What is kept encrypted on the phone, readable while the app runs. */
const lists = new Map<Id, KeptPack>();
/** How often a session's list was forgotten, and all of them: what was asked for before must not come back. */
const forgotten = new Map<Id | 'all', number>();
let opening: Promise<void> | null = null;
let last: Promise<unknown> = Promise.resolve();

/** Reads the lists that are on this phone, once; those of sessions over since a day leave it. */
export function openLists(): Promise<void> {
  opening ??= load().catch((failure: unknown) => {
    opening = null;
    throw failure;
  });
  return opening;
}

/** Reads them again: another tab changed them. */
export function readListsAgain(): Promise<void> {
  return inTurn(read);
}

export function keptList(sessionId: Id): KeptPack | null {
  return lists.get(sessionId) ?? null;
}

export function keptListIds(): Id[] {
  return [...lists.keys()].sort();
}

/** A place for the list about to be fetched: nothing is kept there if it was forgotten in between. */
export function placeFor(sessionId: Id): (kept: KeptPack) => Promise<void> {
  const count = () => timesForgotten(sessionId) + timesForgotten('all');
  const before = count();
  return (kept) =>
    inTurn(async () => {
      if (count() !== before) return;
      const text = JSON.stringify({ ...kept, pack: foldPack(kept.pack) });
      await writeSealed(sessionId, text, Math.round(endOf(kept) - kept.offsetMs));
      lists.set(sessionId, kept);
      store('listsOf', kept.by);
      tellOtherTabs();
    });
}

/** A session's names and keys leave the phone. */
export function forgetList(sessionId: Id): Promise<void> {
  forgotten.set(sessionId, timesForgotten(sessionId) + 1);
  return inTurn(async () => {
    if (!lists.delete(sessionId)) return;
    await removeSealed(sessionId);
    tellOtherTabs();
  });
}

/** Lists of sessions over since a day: a door that was never closed must not keep names for ever. */
export async function forgetOldLists(): Promise<void> {
  for (const [sessionId, kept] of [...lists]) if (endOf(kept) < serverNow()) await forgetList(sessionId);
}

/** Every list leaves the phone, also one that cannot be read and one that is on its way. */
setEraser(() => {
  forgotten.set('all', timesForgotten('all') + 1);
  return inTurn(async () => {
    lists.clear();
    await eraseSealed();
    tellOtherTabs();
  });
});

/** When a list must be gone, server time in ms. */
const endOf = ({ pack }: KeptPack) => Date.parse(pack.session.endsAt) + DAY_MS;

async function load(): Promise<void> {
  // Earlier versions kept them as plain text.
  for (const key of storedKeys('door.pack.')) Taro.removeStorageSync(key);
  await inTurn(read);
  await forgetOldLists();
  // A browser that is killed may lose plain values of its last minute: what the list itself says holds.
  const account = currentTokens()?.account.id;
  for (const [sessionId, { by }] of [...lists]) {
    if (account && by !== account) await forgetList(sessionId);
    // Not written where it stands already: a phone without room opens its door all the same.
    else if (readStored('listsOf') !== by) store('listsOf', by);
  }
}

async function read(): Promise<void> {
  const texts = await readSealed();
  lists.clear();
  for (const [sessionId, text] of texts) {
    const kept = JSON.parse(text) as Folded;
    assumeOffset(kept.offsetMs);
    lists.set(sessionId, { ...kept, pack: unfoldPack(kept.pack) });
  }
}

const timesForgotten = (what: Id | 'all') => forgotten.get(what) ?? 0;

/** One change at a time: what is forgotten after it was written is gone. */
function inTurn(act: () => Promise<void>): Promise<void> {
  const mine = last.then(act);
  last = mine.catch(() => undefined);
  return mine;
}
