import type { Id } from '@openday/shared/wire';
import { create } from 'zustand';
import { readStored, store } from '@/lib/stored';

/** Text being typed and not decided yet, by row and field; kept on this machine, so that closing the page loses none. */
const useDrafts = create<{ drafts: Record<string, string> }>(() => ({ drafts: readStored('planDrafts') ?? {} }));

/** What is being typed for a row's field; null where nothing is. */
export function useDraft(row: Id, field: string): [draft: string | null, setDraft: (text: string | null) => void] {
  const key = `${row}.${field}`;
  const draft = useDrafts(({ drafts }) => drafts[key] ?? null);
  const setDraft = (text: string | null) => {
    const { [key]: _, ...others } = useDrafts.getState().drafts;
    const drafts = text === null ? others : { ...others, [key]: text };
    useDrafts.setState({ drafts });
    store('planDrafts', Object.keys(drafts).length > 0 ? drafts : null);
  };
  return [draft, setDraft];
}
