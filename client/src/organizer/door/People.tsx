import type { DoorStaff } from '@openday/shared/check-in';
import { momentText } from '@openday/shared/dates';
import type { Id } from '@openday/shared/wire';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Act } from '@/components/Act';
import { Cell } from '@/components/Cell';
import { Group } from '@/components/Group';
import { api } from '@/lib/api';
import { ask } from '@/lib/ask';
import { serverNow } from '@/lib/clock';
import { showAnswer } from '@/lib/query';
import { sayFailure } from '@/lib/say';
import { doorInvites } from '@/lib/text/door-invites';

const { people: words, list } = doorInvites;
type Person = DoorStaff['staff'][number];

/** Who works the door, on which devices; taken off it at once. */
export function People({ sessionId, people }: { sessionId: Id; people: Person[] }) {
  const client = useQueryClient();
  const revoke = useMutation({
    mutationFn: (account: Id) =>
      api('POST /check-in/sessions/:id/staff/:account/revoke', { params: { id: sessionId, account } }),
    onSuccess: (staff) => showAnswer(client, ['door-staff', sessionId], staff),
    onError: sayFailure,
  });
  const askRevoke = async ({ id, name }: Person) => {
    const question = { title: words.revokeTitle(name), content: words.revokeSub, yes: words.revokeYes, no: list.keep };
    if (await ask(question)) revoke.mutate(id);
  };
  return (
    <Group head={words.head(people.filter(({ revokedAt }) => !revokedAt).length)}>
      {people.length === 0 && <Cell>{words.none}</Cell>}
      {people.map((person) => (
        <Cell
          key={person.id}
          sub={factsOf(person)}
          control={!person.revokedAt && <Act onTap={() => void askRevoke(person)}>{words.revoke}</Act>}
        >
          {person.name}
        </Cell>
      ))}
    </Group>
  );
}

function factsOf({ devices, joinedAt, revokedAt }: Person): string {
  const now = serverNow();
  return [
    devices.length > 0 ? words.devices(devices.join('、')) : words.noDevice,
    revokedAt ? words.revoked(momentText(revokedAt, now)) : joinedAt && words.joined(momentText(joinedAt, now)),
  ]
    .filter(Boolean)
    .join(' · ');
}
