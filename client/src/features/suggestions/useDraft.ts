import { useRef, useState } from 'react';
import { newKey } from '@/lib/new-key';
import type { Draft } from '@/lib/stored';
import { draftAt, dropDraft, keepDraft } from './drafts';

/** What is being written at this place, kept on the phone; `sent` forgets it. */
export function useDraft<D extends object>(place: string, blank: D) {
  const [draft, setDraft] = useState<Draft & D>(() => draftAt(place, blank));
  // Two quick taps come before the page is drawn again: each builds on the one before.
  const latest = useRef(draft);
  return {
    draft,
    /** Other words are another thing to send: they take a new key. */
    change: (changes: Partial<D>) => {
      const next = { ...latest.current, ...changes, key: newKey() };
      latest.current = next;
      setDraft(next);
      keepDraft(place, next);
    },
    sent: () => dropDraft(place),
  };
}
