import type { QuotaView } from '@openday/shared/sessions';
import type { Seats } from '@openday/shared/wire';
import type { Quota } from './quota.entity';

/** What seats are counted from. */
type Pool = Pick<Quota, 'capacity' | 'taken' | 'isDefault'>;

const presentSeats = (capacity: number, taken: number): Seats => ({
  capacity,
  taken,
  left: Math.max(0, capacity - taken),
});

/** `rest`: what the session's ceiling leaves; null = it has none. */
export const presentQuota = (quota: Quota, rest: number | null): QuotaView => ({
  id: quota.id,
  name: quota.name,
  seats: under(presentSeats(quota.capacity, quota.taken), rest),
  isPublic: quota.isDefault,
  declaration: quota.declaration,
  approval: quota.approval,
  invited: quota.invited,
  asksEnterprise: quota.asksEnterprise,
  perEnterprise: quota.perEnterprise,
  releasesAt: quota.releasesAt?.toISOString() ?? null,
});

/** All pools of a session together; null where there are none. */
export function totalSeats(quotas: Pool[]): Seats | null {
  if (!quotas.length) return null;
  const sum = (of: (quota: Pool) => number) => quotas.reduce((total, quota) => total + of(quota), 0);
  return presentSeats(
    sum((q) => q.capacity),
    sum((q) => q.taken),
  );
}

/** What everybody can get: the public pool, or all where none is, as far as the ceiling over all of them allows. */
export function publicSeats(quotas: Pool[], ceiling: number | null): Seats | null {
  const open = quotas.filter(({ isDefault }) => isDefault);
  const seats = totalSeats(open.length ? open : quotas);
  return (
    seats && under({ ...seats, capacity: Math.min(seats.capacity, ceiling ?? seats.capacity) }, restOf(quotas, ceiling))
  );
}

/** What a ceiling over all pools leaves; null without one. */
export const restOf = (quotas: Pool[], ceiling: number | null): number | null =>
  ceiling === null ? null : Math.max(0, ceiling - quotas.reduce((sum, { taken }) => sum + taken, 0));

const under = (seats: Seats, rest: number | null): Seats =>
  rest === null ? seats : { ...seats, left: Math.min(seats.left, rest) };
