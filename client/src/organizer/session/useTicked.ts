import type { Registrant } from '@openday/shared/registrations';
import type { Id } from '@openday/shared/wire';
import { useState } from 'react';

export interface Ticked {
  /** Of those in sight. */
  items: Registrant[];
  has: (id: Id) => boolean;
  toggle: (id: Id) => void;
  /** All in sight, or none where all are. */
  all: () => void;
  clear: () => void;
}

/** Which of those in sight are ticked, to be decided or written to together. */
export function useTicked(shown: Registrant[]): Ticked {
  const [ids, setIds] = useState<readonly Id[]>([]);
  const items = shown.filter(({ id }) => ids.includes(id));
  return {
    items,
    has: (id) => ids.includes(id),
    toggle: (id) => setIds(ids.includes(id) ? ids.filter((each) => each !== id) : [...ids, id]),
    all: () => setIds(items.length === shown.length ? [] : shown.map(({ id }) => id)),
    clear: () => setIds([]),
  };
}

/** By lot nobody is let in by hand before it is drawn. */
export function isDecidable({ status, ticketNo }: Pick<Registrant, 'status' | 'ticketNo'>): boolean {
  return status === 'applied' && ticketNo === null;
}
