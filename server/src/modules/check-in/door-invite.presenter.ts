import type { DoorInvite as Wire } from '@openday/shared/check-in';
import type { DoorInvite } from '../accounts/door-invite.entity';

/** `token`: only to the one who just made it. */
export const presentInvite = (invite: DoorInvite, token: string | null): Wire => ({
  id: invite.id,
  sessions: invite.sessionIds,
  token,
  expiresAt: invite.expiresAt.toISOString(),
  revokedAt: invite.revokedAt?.toISOString() ?? null,
  joined: invite.joined,
});
