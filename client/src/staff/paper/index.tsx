import type { RosterEntry } from '@openday/shared/check-in';
import { rangeText } from '@openday/shared/dates';
import { Text, View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { BottomBar } from '@/components/BottomBar';
import { Button } from '@/components/Button';
import { Page } from '@/components/Page';
import { NoList } from '@/features/door/NoList';
import { type OpenDoor, useDoor } from '@/features/door/useDoor';
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

/** 打印名单: for a door where nothing works but a pen. A4 across, large type; names masked as on the screen. */
export default function PaperPage() {
  const { params } = useRouter<{ id: string }>();
  const door = useDoor(params.id);
  if (!door) return <NoList sessionId={params.id} />;
  return (
    <Page className="paper-page" foot={printPage ? 'bar' : undefined}>
      <Paper door={door} />
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

function Paper({ door: { kept, arrivals } }: { door: OpenDoor }) {
  const { theme, venue, startsAt, endsAt } = kept.pack.session;
  const parties = searchRoster(kept.pack.roster, arrivals, '').missing;
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
