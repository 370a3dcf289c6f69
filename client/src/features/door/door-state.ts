import type { Id } from '@openday/shared/wire';
import { create } from 'zustand';
import type { KeptCounts } from './tally';

interface DoorState {
  /** What the phone keeps was read: before, nobody knows whether a list is here. */
  ready: boolean;
  /** Goes up with every change of what is stored. */
  version: number;
  /** The storage took no more: nothing may be recorded until something went out. */
  full: boolean;
  link: 'online' | 'offline' | 'signedOut';
  sending: boolean;
  counts: Record<Id, KeptCounts>;
  /** Doors the unit took us off. */
  revoked: Record<Id, boolean>;
}

/** What all door pages see alike. The facts themselves are in the storage (journal.ts). */
export const useDoorState = create<DoorState>(() => ({
  ready: false,
  version: 0,
  full: false,
  link: 'online',
  sending: false,
  counts: {},
  revoked: {},
}));

/** The storage changed: every page looks again. */
export function touched(): void {
  useDoorState.setState(({ version }) => ({ version: version + 1 }));
}
