import type { Id } from '@openday/shared/wire';
import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useMemo, useState } from 'react';
import { Act } from '@/components/Act';
import { Button } from '@/components/Button';
import { Group } from '@/components/Group';
import { Notice } from '@/components/Notice';
import { Page } from '@/components/Page';
import { SearchField } from '@/components/SearchField';
import { NoList } from '@/features/door/NoList';
import { QueueLine } from '@/features/door/QueueLine';
import { record } from '@/features/door/recording';
import { syncNow } from '@/features/door/sync';
import { type OpenDoor, useDoor, useQueue } from '@/features/door/useDoor';
import { useOnce } from '@/features/door/useOnce';
import { say } from '@/lib/say';
import { door as doorWords } from '@/lib/text/door';
import { paper } from '@/lib/text/paper';
import { type Found, searchRoster } from '../roster/roster-search';
import { PartyRow } from './PartyRow';
import { paperFacts, typedCount } from './paper-facts';
import { SumFields } from './SumFields';
import { lineResult, typedLine } from './typed-line';
import { usePaper } from './usePaper';
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
  const once = useOnce();
  const { draft, ticked, change, tick, clear } = usePaper(sessionId);
  const [text, setText] = useState('');
  const [said, setSaid] = useState<{ found: Found; seats: number } | 'none' | 'many' | null>(null);
  const line = typedLine(text);
  const { missing } = useMemo(
    () => searchRoster(kept.pack.roster, arrivals, line.wanted),
    [kept, arrivals, line.wanted],
  );
  const hand = typedCount(draft.hand);
  const facts = paperFacts({
    ticked,
    walkIns: typedCount(draft.walkIns) ?? 0,
    handCount: hand,
    why: draft.why ?? '',
  });
  const people = facts.reduce((sum, { kind, seats }) => sum + (kind === 'correction' ? 0 : seats), 0);
  const lacksWhy = hand !== null && draft.why === null;

  const takeLine = () => {
    const open = missing.filter(({ entry }) => !ticked.has(entry.registrationId));
    const result = lineResult(line, open);
    setSaid(result);
    if (typeof result === 'string') return;
    tick(result.found.entry.registrationId, result.seats);
    setText('');
  };
  const enter = async () => {
    for (const [n, fact] of facts.entries()) {
      if (!(await record(sessionId, fact))) return say(doorWords.scan.notStored);
      // What is recorded must not be entered a second time, also where the page is gone before the rest is.
      change({ ticked: draft.ticked.slice(n + 1), ...(n >= draft.ticked.length && { walkIns: '' }) });
    }
    clear();
    setSaid(null);
    return say(words.done(facts.length));
  };

  return (
    <Page className="entry">
      <QueueLine queue={queue} round onAct={() => void syncNow()} />
      <View className="note">{words.sub}</View>
      <View className="gap" />
      <SearchField value={text} placeholder={words.search} onChange={setText} onEnter={takeLine} />
      <View className="entry__said" role="status">
        {said === null && words.how}
        {said === 'none' && words.noneFits}
        {said === 'many' && words.manyFit}
        {said !== null && typeof said === 'object' && (
          <>
            <View className="grow">{words.tickedLine(said.found.entry.name, said.found.entry.last4, said.seats)}</View>
            <Act
              end
              onTap={() => {
                tick(said.found.entry.registrationId, null);
                setSaid(null);
              }}
            >
              {words.untick}
            </Act>
          </>
        )}
      </View>
      <Group head={words.list(missing.length, ticked.size)}>
        {missing.length === 0 && <View className="cell dim">{line.wanted === '' ? words.nobody : words.none}</View>}
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
      <SumFields draft={draft} onChange={change} />
      <View className="tray">
        <Button
          kind="primary"
          id="enter"
          className="door__big"
          off={facts.length === 0 || lacksWhy}
          onTap={() => once(enter)}
        >
          {facts.length === 0
            ? words.empty
            : lacksWhy
              ? words.needWhy
              : people > 0
                ? words.submit(ticked.size, people)
                : words.handOnly(hand ?? 0)}
        </Button>
      </View>
    </Page>
  );
}
