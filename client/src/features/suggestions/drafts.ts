import { newKey } from '@/lib/new-key';
import type { Draft } from '@/lib/stored';
import { readStored, store } from '@/lib/stored';

/** What is being written stays on the phone until the server has it. */

/** What was written there last; a new one, or one emptied again, is blank and has its own key. */
export function draftAt<D extends object>(place: string, blank: D): Draft & D {
  const kept = readStored('sayDrafts')?.[place];
  return { key: newKey(), ...blank, ...(kept?.text === '' ? {} : (kept as Partial<Draft & D> | undefined)) };
}

/** Throws nothing: a phone without room keeps what is on screen. */
export function keepDraft(place: string, draft: Draft): void {
  try {
    store('sayDrafts', { ...readStored('sayDrafts'), [place]: draft });
  } catch (failure) {
    console.error('draft not kept', failure);
  }
}

/** The server has it. */
export function dropDraft(place: string): void {
  const { [place]: _gone, ...rest } = readStored('sayDrafts') ?? {};
  store('sayDrafts', Object.keys(rest).length > 0 ? rest : null);
}
