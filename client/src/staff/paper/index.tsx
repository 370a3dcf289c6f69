import type { DoorPack, RosterEntry } from '@openday/shared/check-in';
import { rangeText } from '@openday/shared/dates';
import type { LocalArrivals } from '@openday/shared/door-verdict';
import type { Id } from '@openday/shared/wire';
import { useQuery } from '@tanstack/react-query';
import { Text, View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { BottomBar } from '@/components/BottomBar';
import { Button } from '@/components/Button';
import { Failed } from '@/components/Failed';
import { Page } from '@/components/Page';
import { Skeleton } from '@/components/Skeleton';
import { useDoorState } from '@/features/door/door-state';
import { NoList } from '@/features/door/NoList';
import { useDoor } from '@/features/door/useDoor';
import { api } from '@/lib/api';
import { serverNow } from '@/lib/clock';
import { paper as words } from '@/lib/text/paper';
import { printPage } from '@/platform/print';
import { searchRoster } from '../roster/roster-search';
import './paper.scss';

/** Rows on a phone that cannot print: so many fit on a page of WeChat's. */
const ON_PHONE = 60;
/** Wider than a phone: a keyboard moves it as a finger does. */
const SCROLLS = { tabIndex: 0, role: 'region', 'aria-label': words.list };
const BLANK_LINES = Array.from({ length: 8 }, (_, n) => n);
const NOBODY_HERE: LocalArrivals = new Map();

/** 打印名单: for a door where nothing works but a pen. A4 across, large type; names masked as on the screen. */
export default function PaperPage() {
  const { params } = useRouter<{ id: string }>();
  const door = useDoor(params.id);
  const { ready, revoked } = useDoorState();
  if (door) return <Printed pack={door.kept.pack} arrivals={door.arrivals} />;
  if (!ready || revoked[params.id]) return <NoList sessionId={params.id} />;
  return <Fetched id={params.id} />;
}

/** At the desk no list is kept: it is read to be printed, and no door waits for this device. */
function Fetched({ id }: { id: Id }) {
  const list = useQuery({
    queryKey: ['paper', id],
    queryFn: ({ signal }) => api('GET /check-in/sessions/:id/pack', { params: { id }, query: {}, signal }),
    // Names: gone with the page.
    gcTime: 0,
  });
  if (list.data) return <Printed pack={list.data} arrivals={NOBODY_HERE} />;
  return (
    <Page>
      {list.isError ? <Failed failure={list.error} onAgain={() => void list.refetch()} /> : <Skeleton cards={3} />}
    </Page>
  );
}

interface PaperProps {
  pack: DoorPack;
  /** Recorded here and not in the list yet. */
  arrivals: LocalArrivals;
}

function Printed(paper: PaperProps) {
  return (
    <Page className="paper-page" foot={printPage ? 'bar' : undefined}>
      <Paper {...paper} />
      {printPage ? (
        <BottomBar>
          <Button kind="primary" id="print" onTap={printPage}>
            {words.printNow}
          </Button>
        </BottomBar>
      ) : (
        <View className="note center">{words.shoot}</View>
      )}
    </Page>
  );
}

function Paper({ pack, arrivals }: PaperProps) {
  const { theme, venue, startsAt, endsAt } = pack.session;
  const parties = searchRoster(pack.roster, arrivals, '').missing;
  const shown = printPage ? parties : parties.slice(0, ON_PHONE);
  const people = parties.reduce((sum, { seatsLeft }) => sum + seatsLeft, 0);
  return (
    <View className="paper" {...SCROLLS}>
      <View className="paper__title">{theme}</View>
      <View className="paper__sub">
        {rangeText(startsAt, endsAt, serverNow())} · {venue} · {words.page(parties.length, people)}
      </View>
      <View className="paper__sub">{words.how}</View>
      <View className="paper__list">
        <View className="paper__head">
          <View className="paper__row">
            <View className="paper__tick">
              <View className="paper__again">{`${theme} · ${rangeText(startsAt, endsAt, serverNow())}`}</View>
            </View>
          </View>
          <View className="paper__row">
            <View className="paper__tick">{words.columns.tick}</View>
            <View className="paper__name">{words.columns.name}</View>
            <View className="paper__cell">{words.columns.last4}</View>
            <View className="paper__cell">{words.columns.seats}</View>
            <View className="paper__cell">{words.columns.came}</View>
            <View className="paper__quota">{words.columns.quota}</View>
          </View>
        </View>
        {shown.map(({ entry, seatsLeft }) => (
          <PaperRow key={entry.registrationId} entry={entry} seats={seatsLeft} />
        ))}
      </View>
      {shown.length < parties.length && (
        <View className="note center">{words.rest(parties.length - shown.length)}</View>
      )}
      <View className="paper__walkins">
        <View className="paper__title">{words.walkIns}</View>
        <View className="paper__sub">{words.walkInHow}</View>
        {BLANK_LINES.map((n) => (
          <View key={n} className="paper__blank">
            <View className="grow">{words.who}</View>
            <View className="paper__many">{words.people}</View>
          </View>
        ))}
        <View className="paper__hand">
          {words.hand}
          <Text className="paper__line" />
          {words.handUnit}
        </View>
        <View className="paper__sub">{words.kept}</View>
      </View>
    </View>
  );
}

function PaperRow({ entry: { name, last4, quota }, seats }: { entry: RosterEntry; seats: number }) {
  return (
    <View className="paper__row">
      <View className="paper__tick">
        <View className="paper__box" />
      </View>
      <View className="paper__name">{name}</View>
      <View className="paper__cell">{last4 ?? '—'}</View>
      <View className="paper__cell">{seats}</View>
      <View className="paper__cell" />
      <View className="paper__quota">{quota}</View>
    </View>
  );
}
