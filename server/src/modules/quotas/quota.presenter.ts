import type { QuotaView } from '@openday/shared/events';
import type { Seats } from '@openday/shared/wire';
import type { Quota } from './quota.entity';

const presentSeats = (capacity: number, taken: number): Seats => ({
  capacity,
  taken,
  left: Math.max(0, capacity - taken),
});

export const presentQuota = ({ id, name, capacity, taken }: Quota): QuotaView => ({
  id,
  name,
  seats: presentSeats(capacity, taken),
});

/** All pools of a session together; null where there are none. */
export function totalSeats(quotas: Quota[]): Seats | null {
  if (!quotas.length) return null;
  const sum = (of: (quota: Quota) => number) => quotas.reduce((total, quota) => total + of(quota), 0);
  return presentSeats(
    sum((q) => q.capacity),
    sum((q) => q.taken),
  );
}
