import type { MemberRole, Member as Wire } from '@openday/shared/people';
import type { Account } from './account.entity';

/** `name` opened. */
export const presentMember = (
  { id, username, role, organizerId, passwordOnceUntil, disabledAt, createdAt }: Account,
  name: string,
  organizerName: string,
  self: boolean,
): Wire => ({
  id,
  username: username ?? '',
  name,
  role: role as MemberRole,
  organizer: { id: organizerId ?? '', name: organizerName },
  passwordOnce: passwordOnceUntil !== null,
  disabledAt: disabledAt?.toISOString() ?? null,
  createdAt: createdAt.toISOString(),
  self,
});
