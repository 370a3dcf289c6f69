import type { Id } from '@openday/shared/wire';
import type { NewFact } from '@/features/door/journal';
import { paper } from '@/lib/text/paper';

export interface PaperEntry {
  /** People of each ticked party, by registration. */
  ticked: ReadonlyMap<Id, number>;
  walkIns: number;
  /** Null = nobody counted. */
  handCount: number | null;
  /** Why the hand count is put right. */
  why: string;
}

/** What a paper list says, as ordinary facts of this device: each party, the walk-ins, the hand count with its reason. */
export function paperFacts({ ticked, walkIns, handCount, why }: PaperEntry): NewFact[] {
  const { reason } = paper.entry;
  const shown = 'none';
  const facts = [...ticked].map(
    ([registrationId, seats]): NewFact => ({
      kind: 'scan',
      registrationId,
      seats,
      shown,
      reason,
    }),
  );
  if (walkIns > 0) facts.push({ kind: 'walkIn', seats: walkIns, shown, reason });
  if (handCount !== null) facts.push({ kind: 'correction', seats: handCount, shown, reason: why });
  return facts;
}

/** A number as typed; null where nothing is, or no number of people. */
export function typedCount(text: string): number | null {
  return /^\d{1,5}$/.test(text.trim()) ? Number(text) : null;
}
