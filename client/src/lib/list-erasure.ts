import { eraseSealed } from '@/platform/sealed-erasure';
import { readStored, store } from './stored';

// Apart from kept-lists.ts, so that whoever never works a door does not load it to sign in and out.

let erase: () => Promise<void> = eraseSealed;

/** Who holds the lists in memory does the erasing from now on. */
export function setEraser(eraser: () => Promise<void>): void {
  erase = eraser;
}

/** Every list of names leaves the phone: at signing out, and before another account than theirs comes in. */
export async function eraseLists(): Promise<void> {
  await erase();
  store('listsOf', null);
}

/** The lists on this phone were given to one account; who else signs in does not get them. */
export async function eraseListsOfOthers(account: string): Promise<void> {
  const of = readStored('listsOf');
  if (of !== null && of !== account) await eraseLists();
}

/** Lists of sessions over since a day leave the phone at its next start, also where nobody opens the door's pages. */
export function eraseOldLists(): void {
  eraseSealed(Date.now()).catch((failure: unknown) => console.error('old lists not erased', failure));
}
