import type { Id } from '@openday/shared/wire';
import { View } from '@tarojs/components';
import { useDidShow, useRouter } from '@tarojs/taro';
import { useMemo, useState } from 'react';
import { Button } from '@/components/Button';
import { Cell } from '@/components/Cell';
import { Empty } from '@/components/Empty';
import { Group, GroupHead } from '@/components/Group';
import { Notice } from '@/components/Notice';
import { Page } from '@/components/Page';
import { SearchField } from '@/components/SearchField';
import { touched } from '@/features/door/door-state';
import { doorOf, roomOf, wasHere } from '@/features/door/door-words';
import { NoList } from '@/features/door/NoList';
import { record } from '@/features/door/recording';
import { type OpenDoor, useDoor } from '@/features/door/useDoor';
import { useOnce } from '@/features/door/useOnce';
import { WalkInSheet } from '@/features/door/WalkInSheet';
import { open, routes } from '@/lib/routes';
import { say } from '@/lib/say';
import { door as words } from '@/lib/text/door';
import { paper } from '@/lib/text/paper';
import { printPage } from '@/platform/print';
import { AdmitSheet } from './AdmitSheet';
import { MissingRow, OtherRow } from './RosterRow';
import { type Found, searchRoster } from './roster-search';
import '@/features/door/door.scss';
import './roster.scss';

/** More rows than this help nobody at a door, and are heavy on an old phone. */
const SHOWN = 40;

/** 查名单: in without a code. */
export default function RosterPage() {
  const { params } = useRouter<{ id: string }>();
  const door = useDoor(params.id);
  useDidShow(touched);
  if (door) return <Roster sessionId={params.id} door={door} />;
  return <NoList sessionId={params.id} />;
}

function Roster({ sessionId, door }: { sessionId: Id; door: OpenDoor }) {
  const { kept, records, arrivals, live } = door;
  const once = useOnce();
  const [wanted, setWanted] = useState('');
  const [chosen, setChosen] = useState<Found | null>(null);
  const [walkIn, setWalkIn] = useState(false);
  const found = useMemo(() => searchRoster(kept.pack.roster, arrivals, wanted), [kept, arrivals, wanted]);
  const room = roomOf(kept.pack, live);
  const missing = found.missing.slice(0, SHOWN);
  const others = found.others.slice(0, SHOWN - missing.length);
  const nobody = missing.length + others.length === 0;
  const clipped = found.missing.length + found.others.length > SHOWN;

  const admit = (seats: number, { entry }: Found) =>
    once(async () => {
      const { registrationId, name } = entry;
      const reason = words.roster.title;
      const fact = await record(sessionId, { kind: 'scan', registrationId, seats, shown: 'none', reason });
      say(fact ? words.roster.done(name, seats) : words.scan.notStored);
      if (fact) setChosen(null);
    });
  const admitWalkIn = (given: { seats: number; reason?: string }) =>
    once(async () => {
      const fact = await record(sessionId, { kind: 'walkIn', shown: 'none', ...given });
      say(fact ? words.walkIn.done(given.seats) : words.scan.notStored);
      if (fact) setWalkIn(false);
    });

  return (
    <Page className="roster">
      <SearchField value={wanted} placeholder={words.roster.search} onChange={setWanted} />
      <View className="gap" />
      {nobody && (
        <Empty icon="search" title={words.roster.nobody}>
          {words.roster.nobodySub}
        </Empty>
      )}
      {missing.length > 0 && (
        <>
          <GroupHead>{words.roster.missing(found.missing.length)}</GroupHead>
          <View className="group">
            {missing.map((each) => (
              <MissingRow
                key={each.entry.registrationId}
                found={each}
                wanted={wanted}
                onAdmit={() => (each.seatsLeft > 1 ? setChosen(each) : admit(1, each))}
              />
            ))}
          </View>
        </>
      )}
      {others.length > 0 && (
        <>
          <GroupHead>{words.roster.others(found.others.length)}</GroupHead>
          <View className="group">
            {others.map((each) => (
              <OtherRow
                key={each.entry.registrationId}
                found={each}
                wanted={wanted}
                where={doorOf(each.entry, each.arrivedAt, wasHere(records, each.entry.registrationId))}
              />
            ))}
          </View>
        </>
      )}
      {clipped && <Notice icon="info">{words.roster.clip(SHOWN)}</Notice>}
      <View className="gap" />
      <Group>
        {printPage && (
          <Cell icon="doc" onTap={() => open(routes.paper(sessionId))}>
            {paper.print}
          </Cell>
        )}
        <Cell icon="pencil" onTap={() => open(routes.entry(sessionId))}>
          {paper.enter}
        </Cell>
      </Group>
      <View className="tray">
        <View className="tray__note">{room === 0 ? words.roster.notThereFull : words.roster.notThere(room)}</View>
        <Button kind="primary" icon="useradd" className="door__big" onTap={() => setWalkIn(true)}>
          {words.roster.register}
        </Button>
      </View>
      {chosen && (
        <AdmitSheet found={chosen} onAdmit={(seats) => admit(seats, chosen)} onClose={() => setChosen(null)} />
      )}
      {walkIn && <WalkInSheet room={room} onAdmit={admitWalkIn} onClose={() => setWalkIn(false)} />}
    </Page>
  );
}
