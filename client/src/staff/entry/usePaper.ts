import type { Id } from '@openday/shared/wire';
import { useState } from 'react';
import { type PaperDraft, readStored, store } from '@/lib/stored';

const EMPTY = { ticked: [], walkIns: '', hand: '', why: null };

/** What was typed from the paper and is not recorded yet: kept on the phone, so that a page lost is no work lost. */
export function usePaper(sessionId: Id) {
  const [draft, setDraft] = useState<PaperDraft>(() => {
    const kept = readStored('paperDraft');
    return kept?.sessionId === sessionId ? kept : { ...EMPTY, sessionId };
  });
  const change = (part: Partial<PaperDraft>) => {
    const next = { ...draft, ...part };
    setDraft(next);
    keep(next);
  };
  const tick = (id: Id, seats: number | null) => {
    const others = draft.ticked.filter(([each]) => each !== id);
    change({ ticked: seats === null ? others : [...others, [id, seats]] });
  };
  const clear = () => {
    setDraft({ ...EMPTY, sessionId });
    store('paperDraft', null);
  };
  return { draft, ticked: new Map(draft.ticked), change, tick, clear };
}

function keep(draft: PaperDraft): void {
  try {
    store('paperDraft', draft);
  } catch (failure) {
    // A full storage refuses the facts themselves, and the page says so then; until that the draft stays on the page.
    console.error('paper draft not stored', failure);
  }
}
