import type { Id } from '@openday/shared/wire';
import { Act } from '@/components/Act';
import { Button } from '@/components/Button';
import { finding } from '@/lib/text/finding';
import { resident } from '@/lib/text/resident';
import { useFollowUnit } from './useFollowUnit';

/** Beside a unit's name: 关注, or what says so where something else may be followed too. */
export function FollowUnitPill({ organizerId, text = resident.follow.follow }: { organizerId: Id; text?: string }) {
  const { following, toggle, busy } = useFollowUnit(organizerId);
  return (
    <Act pill={following ? 'fill' : 'edge'} end checked={following} disabled={busy} onTap={toggle}>
      {following ? resident.follow.following : text}
    </Act>
  );
}

/** Where a unit has nothing now: 关注这个单位. */
export function FollowUnitButton({ organizerId }: { organizerId: Id }) {
  const { following, toggle, busy } = useFollowUnit(organizerId);
  return (
    <Button kind="plain" icon={following ? 'check' : 'bell'} busy={busy} onTap={toggle}>
      {following ? finding.unit.following : finding.unit.follow}
    </Button>
  );
}
