import type { DeviceState } from '@openday/shared/check-in';
import type { Id } from '@openday/shared/wire';
import { useQuery } from '@tanstack/react-query';
import { Cell } from '@/components/Cell';
import { Group } from '@/components/Group';
import { Notice } from '@/components/Notice';
import { conflictWords } from '@/features/door/conflict-words';
import { api } from '@/lib/api';
import { open, routes } from '@/lib/routes';
import { closing } from '@/lib/text/closing';
import { doorCrew } from '@/lib/text/door-crew';
import { doorInvites } from '@/lib/text/door-invites';

const { now: words } = doorInvites;

/** What the doors report: each by its name, and what the unit has to look at. */
export function DoorNow({ sessionId }: { sessionId: Id }) {
  const { data, error } = useQuery({
    queryKey: ['door-counts', sessionId],
    queryFn: ({ signal }) => api('GET /check-in/sessions/:id/counts', { params: { id: sessionId }, signal }),
    refetchInterval: 5_000,
  });
  if (!data) return error ? <Notice kind="bad">{error.message}</Notice> : null;
  return (
    <Group head={words.head}>
      {data.devices.length === 0 && <Cell>{words.waiting}</Cell>}
      {data.devices.map((device, index) => (
        <Cell key={device.deviceId} sub={words.device(device.operator, device.lastSeq)} value={stateOf(device)}>
          {device.name || closing.phone(index + 1)}
        </Cell>
      ))}
      {data.conflicts.map((conflict) => (
        <Cell key={conflict.registrationId} sub={closing.conflictsSub}>
          {conflictWords(conflict)}
        </Cell>
      ))}
      {data.flagged > 0 && <Cell sub={doorCrew.flaggedSub}>{doorCrew.flagged(data.flagged)}</Cell>}
      <Cell onTap={() => open(routes.closing(sessionId))}>{words.close}</Cell>
    </Group>
  );
}

function stateOf({ ended, excused, missing }: DeviceState): string {
  return excused ? words.state.excused : ended && missing.length === 0 ? words.state.ended : words.state.open;
}
