import type { ReactNode } from 'react';
import { useMayAct } from './may-act';

/** What changes something: not drawn for an observer, whom the server would refuse. */
export function MayAct({ children }: { children: ReactNode }) {
  return useMayAct() ? children : null;
}
