import { rangeText } from '@openday/shared/dates';
import type { KeptRegistration } from '@openday/shared/me';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Act } from '@/components/Act';
import { Group } from '@/components/Group';
import { Phrase } from '@/components/Phrase';
import { serverNow } from '@/lib/clock';
import { mineData } from '@/lib/text/mine-data';

const { data: words, statuses } = mineData;
/** Newest ones in sight at once. */
const FEW = 3;

/** What I registered for, as it is kept: for whom, with whom, what was answered and who came. */
export function KeptRegistrations({ items }: { items: KeptRegistration[] }) {
  const [all, setAll] = useState(false);
  if (items.length === 0) return null;
  return (
    <Group head={words.registrations}>
      {(all ? items : items.slice(0, FEW)).map((item) => (
        <One key={item.registration.id} item={item} />
      ))}
      {items.length > FEW && (
        <Act className="rule" onTap={() => setAll(!all)}>
          {all ? words.less : words.showAll(items.length)}
        </Act>
      )}
    </Group>
  );
}

function One({ item: { registration, phone, came } }: { item: KeptRegistration }) {
  const { session, status, seats, name, companions, answers, onBehalfOf } = registration;
  const names = companions.flatMap((companion) => companion.name ?? []);
  const arrived = Math.min(
    seats,
    came.reduce((sum, scan) => sum + scan.seats, 0),
  );
  const who = name === '' ? words.gone : onBehalfOf ? words.for(name) : name;
  const lines = [
    rangeText(session.startsAt, session.endsAt, serverNow()),
    [who, phone].filter(Boolean).join('，'),
    names.length > 0 && words.together(names.join('、')),
    [answers.length > 0 && words.answered(answers.length), arrived > 0 && words.came(arrived)]
      .filter(Boolean)
      .join('，'),
  ].filter(Boolean);
  return (
    <View className="cell">
      <View className="grow">
        <Phrase>{session.theme}</Phrase>
        {lines.map((line) => (
          <View key={String(line)} className="cell__sub">
            <Phrase>{String(line)}</Phrase>
          </View>
        ))}
      </View>
      <View className="cell__more">{`${statuses[status]} ${words.people(seats)}`}</View>
    </View>
  );
}
