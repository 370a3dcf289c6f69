import { dayText } from '@openday/shared/dates';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { Cell } from '@/components/Cell';
import { Empty } from '@/components/Empty';
import { Failed } from '@/components/Failed';
import { Field } from '@/components/Field';
import { Group } from '@/components/Group';
import { Page } from '@/components/Page';
import { Phrase } from '@/components/Phrase';
import { Skeleton } from '@/components/Skeleton';
import { Stepper } from '@/components/Stepper';
import type { Family } from '@/features/registrations/party-form';
import { useRegistrations } from '@/features/registrations/useMine';
import { serverNow } from '@/lib/clock';
import { openTab, routes } from '@/lib/routes';
import { say } from '@/lib/say';
import { readStored, store } from '@/lib/stored';
import { RELATION_WORDS } from '@/lib/text/everyone';
import { mineData } from '@/lib/text/mine-data';
import { useAccount } from '@/lib/tokens';
import { proxiedPeople } from './proxied';

const { family: words } = mineData;
const MOST = 10;

/** 我替家人报的: who comes along as a rule, kept on this phone alone, and for whom I registered. */
export default function FamilyPage() {
  const account = useAccount();
  return (
    <Page>
      <Remembered />
      {account && <Proxied />}
    </Page>
  );
}

function Remembered() {
  const [family, setFamily] = useState<Family | null>(() => readStored('family'));
  const keep = (next: Family | null) => {
    store('family', next);
    setFamily(next);
  };
  const { seats, names } = family ?? { seats: 1, names: [] };
  const most = seats - 1;
  const rename = (place: number, name: string) => {
    const next = Array.from({ length: most }, (_, at) => (at === place ? name : (names[at] ?? '')));
    keep({ seats, names: next });
  };
  return (
    <Group head={words.remembered} aside={words.here}>
      <Cell
        sub={<Phrase>{family ? words.howManySub : words.nobodySub}</Phrase>}
        control={
          <Stepper
            value={seats}
            min={1}
            max={MOST}
            onChange={(value) => keep({ seats: value, names: names.slice(0, value - 1) })}
          />
        }
      >
        {words.howMany}
      </Cell>
      {Array.from({ length: most }, (_, place) => (
        <Field
          // biome-ignore lint/suspicious/noArrayIndexKey: who comes along has no identity but their place
          key={place}
          label={words.name(place + 2)}
          value={names[place] ?? ''}
          placeholder={words.hint}
          maxlength={20}
          onChange={(name) => rename(place, name)}
        />
      ))}
      {family && (
        <Button
          kind="plain"
          onTap={() => {
            keep(null);
            say(words.forgotten);
          }}
        >
          {words.forget}
        </Button>
      )}
    </Group>
  );
}

function Proxied() {
  const { registrations, isPending, isError, error, refetch } = useRegistrations();
  if (isPending) return <Skeleton cards={2} height={72} />;
  if (isError) return <Failed failure={error} onAgain={() => void refetch()} />;
  const people = proxiedPeople(registrations, serverNow());
  if (people.length === 0) {
    return (
      <Empty icon="family" title={words.none}>
        <Phrase>{words.noneSub}</Phrase>
      </Empty>
    );
  }
  return (
    <>
      <Group head={words.proxied}>
        {people.map(({ name, relation, times, next }) => (
          <Cell
            key={`${name}${relation}`}
            sub={
              next ? <Phrase>{words.next(dayText(next.startsAt, serverNow()), next.theme)}</Phrase> : words.times(times)
            }
            value={next ? words.look : undefined}
            onTap={next ? () => openTab(routes.mine) : undefined}
          >
            {`${name}（${RELATION_WORDS[relation]}）`}
          </Cell>
        ))}
      </Group>
      <View className="note">
        <Phrase>{words.kept}</Phrase>
      </View>
    </>
  );
}
