import type { Id } from '@openday/shared/wire';
import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useMemo, useState } from 'react';
import { Button } from '@/components/Button';
import { Choice } from '@/components/Choice';
import { Field } from '@/components/Field';
import { Group } from '@/components/Group';
import { Notice } from '@/components/Notice';
import { Page } from '@/components/Page';
import { SearchField } from '@/components/SearchField';
import { NoList } from '@/features/door/NoList';
import { QueueLine } from '@/features/door/QueueLine';
import { record } from '@/features/door/recording';
import { type OpenDoor, useDoor, useQueue } from '@/features/door/useDoor';
import { say } from '@/lib/say';
import { door as doorWords } from '@/lib/text/door';
import { paper } from '@/lib/text/paper';
import { searchRoster } from '../roster/roster-search';
import { PartyRow } from './PartyRow';
import { paperFacts, typedCount } from './paper-facts';
import '@/features/door/door.scss';
import './entry.scss';

const { entry: words } = paper;
/** More rows than this are heavy on an old phone; the rest is found by typing. */
const SHOWN = 60;

/** 补录纸名单: what a paper list says, typed in at once afterwards. */
export default function EntryPage() {
  const { params } = useRouter<{ id: string }>();
  const door = useDoor(params.id);
  if (!door) return <NoList sessionId={params.id} />;
  return <Entry sessionId={params.id} door={door} />;
}

function Entry({ sessionId, door }: { sessionId: Id; door: OpenDoor }) {
  const { kept, arrivals, records } = door;
  const queue = useQueue(records);
  const [wanted, setWanted] = useState('');
  const [ticked, setTicked] = useState<ReadonlyMap<Id, number>>(new Map());
  const [walkIns, setWalkIns] = useState('');
  const [hand, setHand] = useState('');
  const [why, setWhy] = useState<string | null>(null);
  const { missing } = useMemo(() => searchRoster(kept.pack.roster, arrivals, wanted), [kept, arrivals, wanted]);
  const facts = paperFacts({ ticked, walkIns: typedCount(walkIns) ?? 0, handCount: typedCount(hand), why: why ?? '' });
  const people = facts.reduce((sum, { kind, seats }) => sum + (kind === 'correction' ? 0 : seats), 0);
  const lacksWhy = typedCount(hand) !== null && why === null;

  const tick = (id: Id, seats: number | null) => {
    const next = new Map(ticked);
    if (seats === null) next.delete(id);
    else next.set(id, seats);
    setTicked(next);
  };
  const enter = () => {
    for (const [n, fact] of facts.entries()) {
      if (record(sessionId, fact)) continue;
      // What was recorded before stays recorded, and must not be entered a second time.
      setTicked(new Map([...ticked].slice(n)));
      if (n > ticked.size) setWalkIns('');
      return say(doorWords.scan.notStored);
    }
    setTicked(new Map());
    setWalkIns('');
    setHand('');
    setWhy(null);
    return say(words.done(facts.length));
  };

  return (
    <Page className="entry">
      <QueueLine queue={queue} round onAct={() => undefined} />
      <View className="note">{words.sub}</View>
      <View className="gap" />
      <SearchField value={wanted} placeholder={words.search} onChange={setWanted} />
      <View className="gap" />
      <Group head={words.list(missing.length, ticked.size)}>
        {missing.length === 0 && <View className="cell dim">{wanted === '' ? words.nobody : words.none}</View>}
        {missing.slice(0, SHOWN).map((found) => (
          <PartyRow
            key={found.entry.registrationId}
            found={found}
            seats={ticked.get(found.entry.registrationId) ?? null}
            onChange={(seats) => tick(found.entry.registrationId, seats)}
          />
        ))}
      </Group>
      {missing.length > SHOWN && <Notice icon="info">{words.clip(SHOWN)}</Notice>}
      <View className="gap" />
      <Group>
        <Field id="walk-ins" label={words.walkIns} type="number" value={walkIns} maxlength={4} onChange={setWalkIns} />
        <Field
          id="hand"
          label={words.hand}
          type="number"
          placeholder={words.handHint}
          value={hand}
          maxlength={5}
          onChange={setHand}
        />
        {typedCount(hand) !== null && (
          <View className="section">
            <View>{words.why}</View>
            <Choice
              label={words.why}
              options={words.presets.map((each) => ({ key: each, text: each }))}
              on={why}
              onPick={setWhy}
            />
          </View>
        )}
      </Group>
      <View className="tray">
        <Button kind="primary" id="enter" className="door__big" off={facts.length === 0 || lacksWhy} onTap={enter}>
          {facts.length === 0
            ? words.empty
            : lacksWhy
              ? words.needWhy
              : people > 0
                ? words.submit(ticked.size, people)
                : words.handOnly(typedCount(hand) ?? 0)}
        </Button>
      </View>
    </Page>
  );
}
