import type { AuditEntry } from './audit-entry.entity';
import type { AuditSeal } from './audit-seal.entity';

/** What an entry's keyed hash is over. */
export const entryText = ({
  id,
  at,
  accountId,
  act,
  targetKind,
  targetId,
  result,
}: Omit<AuditEntry, 'mac' | 'seal'>): string =>
  JSON.stringify([id, at.toISOString(), accountId, act, targetKind, targetId, result]);

/** What a batch's is over: its place, the batch before, its entries. */
export const sealText = (
  { number, at, entryIds }: Omit<AuditSeal, 'mac'>,
  before: string,
  entries: Pick<AuditEntry, 'mac'>[],
): string => JSON.stringify([number, at.toISOString(), before, entryIds, entries.map(({ mac }) => mac)]);
