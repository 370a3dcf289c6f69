import Taro from '@tarojs/taro';
import { SEALED } from './sealed-erasure';

/** WeChat takes 0.7 MB a key where it encrypts, and a character is three bytes at most. */
const PIECE = 200_000;
/** The first base library that encrypts; older ones would store plain text and say nothing. */
const SINCE = [2, 21, 3];

/** Whether this phone can keep a text so that only this mini program reads it. */
export function canSeal(): boolean {
  const has = Taro.getAppBaseInfo().SDKVersion?.split('.').map(Number) ?? [];
  const differing = SINCE.findIndex((part, i) => part !== (has[i] ?? 0));
  return differing < 0 || (has[differing] ?? 0) > (SINCE[differing] ?? 0);
}

/** Everything kept, by name; removes what a write that was interrupted left behind. */
export async function readSealed(): Promise<Map<string, string>> {
  const texts = new Map<string, string>();
  for (const name of new Set(editions().map((each) => each.name))) {
    const whole = editions().filter((each) => each.name === name && each.keys.length === each.pieces);
    const newest = whole.sort((a, b) => b.edition - a.edition)[0];
    if (newest) texts.set(name, (await Promise.all(newest.keys.map(readPiece))).join(''));
    await removeEditions(name, newest?.edition);
  }
  return texts;
}

/**
 * Keeps a text under a name until a time of this phone's clock, ms, in place of the one before; that one stays where
 * there is no room for both.
 */
export async function writeSealed(name: string, text: string, until: number): Promise<void> {
  const before = editions().filter((each) => each.name === name);
  const edition = Math.max(0, ...before.map((each) => each.edition)) + 1;
  const pieces = cut(text);
  try {
    for (const [n, data] of pieces.entries()) {
      await set({ key: `${SEALED}${name}.${until}.${edition}.${n}.${pieces.length}`, data, encrypt: true });
    }
  } catch (failure) {
    for (const { keys } of editions().filter((each) => each.name === name && each.edition === edition)) {
      for (const key of keys) Taro.removeStorageSync(key);
    }
    throw failure;
  }
  await removeEditions(name, edition);
}

/** Forgets the text of this name. */
export async function removeSealed(name: string): Promise<void> {
  await removeEditions(name);
}

interface Edition {
  name: string;
  edition: number;
  pieces: number;
  /** Those that are there, in order. */
  keys: string[];
}

function editions(): Edition[] {
  const found = new Map<string, Edition>();
  const keys = Taro.getStorageInfoSync().keys.filter((key) => key.startsWith(SEALED));
  const pieceOf = (key: string) => Number(key.split('.')[5]);
  for (const key of keys.sort((a, b) => pieceOf(a) - pieceOf(b))) {
    const [name = '', , edition, , pieces] = key.slice(SEALED.length).split('.');
    const known = found.get(`${name}.${edition}`) ?? {
      name,
      edition: Number(edition),
      pieces: Number(pieces),
      keys: [],
    };
    known.keys.push(key);
    found.set(`${name}.${edition}`, known);
  }
  return [...found.values()];
}

async function readPiece(key: string): Promise<string> {
  const { data } = await get({ key, encrypt: true });
  return data;
}

async function removeEditions(name: string, but?: number): Promise<void> {
  for (const each of editions()) {
    if (each.name !== name || each.edition === but) continue;
    for (const key of each.keys) Taro.removeStorageSync(key);
  }
}

/** Never between the two halves of a rare character, which would not survive being stored apart. */
function cut(text: string): string[] {
  const pieces: string[] = [];
  for (let from = 0; from < text.length || pieces.length === 0; ) {
    let to = Math.min(text.length, from + PIECE);
    if (to < text.length && /[\uD800-\uDBFF]/.test(text[to - 1] ?? '')) to -= 1;
    pieces.push(text.slice(from, to));
    from = to;
  }
  return pieces;
}

// Taro's types do not know `encrypt`; only the asynchronous calls have it.
type Kept = { key: string; encrypt: true };
const set = (options: Kept & { data: string }) => Taro.setStorage(options);
const get = (options: Kept) => Taro.getStorage<string>(options);
