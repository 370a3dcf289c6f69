import { useState } from 'react';
import { readStored, store } from '@/lib/stored';
import type { EventForm } from './event-form';

/** Forms kept on this device, the last ones. */
const MOST = 5;

/**
 * An event's form that survives a reload. `place` names what is edited and by whom; `stands` is what it began from: typed
 * over something else since, what was kept is left alone.
 */
export function useKeptForm(place: string, stands: string, begin: EventForm) {
  const [kept] = useState(() => {
    const found = readStored('eventForms')?.find((each) => each.place === place && each.stands === stands);
    return found ? (found.form as EventForm) : null;
  });
  const [form, setForm] = useState(kept ?? begin);
  const [restored, setRestored] = useState(kept !== null);
  const others = () => (readStored('eventForms') ?? []).filter((each) => each.place !== place);
  return {
    form,
    /** It stands there from an earlier visit. */
    restored,
    change: (next: EventForm) => {
      setForm(next);
      try {
        store('eventForms', [{ place, stands, form: next }, ...others()].slice(0, MOST));
      } catch (failure) {
        // No room on this device: what is on screen is all there is.
        console.error('form not kept', failure);
      }
    },
    /** The server has it. */
    forget: () => {
      setRestored(false);
      store('eventForms', others());
    },
    /** As it began. */
    afresh: () => {
      setForm(begin);
      setRestored(false);
      store('eventForms', others());
    },
  };
}
