import type { Account as Wire } from '@openday/shared/auth';
import type { Account } from './account.entity';

/** `name` opened, or empty. */
export const presentAccount = (account: Account, name: string, organizerName: string | null): Wire => ({
  id: account.id,
  role: account.role,
  name,
  phoneLast4: account.phoneLast4,
  over60: account.over60,
  organizer: account.organizerId && organizerName ? { id: account.organizerId, name: organizerName } : null,
});
