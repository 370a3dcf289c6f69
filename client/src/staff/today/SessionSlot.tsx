import type { DoorSession } from '@openday/shared/check-in';
import { clockRangeText, dayText } from '@openday/shared/dates';
import { Text, View } from '@tarojs/components';
import { useMemo, useState } from 'react';
import { Button } from '@/components/Button';
import { Icon } from '@/components/Icon';
import { Notice } from '@/components/Notice';
import { Tag } from '@/components/Tag';
import { DoorNameSheet } from '@/features/door/DoorNameSheet';
import { doorName } from '@/features/door/device';
import { touched, useDoorState } from '@/features/door/door-state';
import { clock } from '@/features/door/door-words';
import { recordsOf } from '@/features/door/journal';
import { fetchPack, NoSafePlace } from '@/features/door/packs';
import { ApiError } from '@/lib/api-error';
import { classes } from '@/lib/classes';
import { keptList } from '@/lib/kept-lists';
import { open, routes } from '@/lib/routes';
import { door } from '@/lib/text/door';

const { today: words } = door;
const MINUTE_MS = 60_000;

/** One of my sessions: when, what, where, and whether its list is on this phone. */
export function SessionSlot({ session, now, dated }: { session: DoorSession; now: number; dated?: boolean }) {
  const version = useDoorState((state) => state.version);
  // biome-ignore lint/correctness/useExhaustiveDependencies: version says that the storage changed
  const [kept, records] = useMemo(() => [keptList(session.id), recordsOf(session.id)], [session.id, version]);
  const conflicts = useDoorState((state) => state.counts[session.id]?.counts.conflicts.length ?? 0);
  const saving = useSaving(session.id);
  const [naming, setNaming] = useState<(() => void) | null>(null);
  // Asked once a device: without it, nobody could say at which door something happened.
  const named = (then: () => void) => (doorName() === null ? setNaming(() => then) : then());
  const ended = !kept && records[records.length - 1]?.fact.kind === 'end';
  const { theme, venue, registered, startsAt, endsAt } = session;
  const soon = soonText(session, now);
  return (
    <View className="doorslot">
      <View className="doorslot__when">
        <View className="grow">
          {dated && <View className="doorslot__day">{dayText(startsAt, now)}</View>}
          {clockRangeText(startsAt, endsAt)}
        </View>
        {soon && !dated && <Tag kind="accent">{soon}</Tag>}
      </View>
      <View className="doorslot__what">{theme}</View>
      <View className="doorslot__where">
        {[venue, registered === null ? words.open : words.registered(registered)].join(' · ')}
      </View>
      {ended && !kept ? (
        <Ready ok head={words.ended} sub={words.endedSub} />
      ) : kept ? (
        <Ready ok head={words.ready} sub={words.readyAt(clock(kept.savedAt))} />
      ) : (
        <Ready head={words.notReady} sub={words.notReadySub} />
      )}
      {conflicts > 0 && (
        <Notice icon="alert" act={{ text: words.look, onTap: () => open(routes.closing(session.id)) }}>
          {words.conflicts(conflicts)}
        </Notice>
      )}
      {saving.problem && (
        <Notice kind="bad" icon="alert">
          {saving.problem}
        </Notice>
      )}
      {kept ? (
        <Button
          kind="primary"
          icon="scan"
          className="doorslot__btn"
          onTap={() => named(() => open(routes.scan(session.id)))}
        >
          {words.start}
        </Button>
      ) : (
        <Button
          kind="ink"
          icon="download"
          className="doorslot__btn"
          busy={saving.busy}
          onTap={() => named(saving.save)}
        >
          {words.save}
        </Button>
      )}
      {(ended || (kept && (records.length > 0 || Date.parse(endsAt) < now))) && (
        <Button kind="plain" onTap={() => open(routes.closing(session.id))}>
          {ended ? words.figures : words.close}
        </Button>
      )}
      {naming && (
        <DoorNameSheet
          onNamed={() => {
            setNaming(null);
            naming();
          }}
          onClose={() => setNaming(null)}
        />
      )}
    </View>
  );
}

function Ready({ ok = false, head, sub }: { ok?: boolean; head: string; sub: string }) {
  return (
    <View className={classes('doorslot__ready', ok ? 'ok' : 'warn')}>
      <Icon name={ok ? 'check' : 'alert'} />
      <View className="grow">
        <Text className="strong">{head}</Text> · {sub}
      </View>
    </View>
  );
}

function useSaving(sessionId: string) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const save = async () => {
    setBusy(true);
    setProblem(null);
    try {
      await fetchPack(sessionId);
      touched();
    } catch (failure) {
      // Refused by the server, by a browser that would keep names unprotected, or by a storage that is full.
      const own = failure instanceof NoSafePlace ? words.notSafe : words.noRoom;
      setProblem(failure instanceof ApiError ? failure.message : own);
      if (!(failure instanceof ApiError)) console.error('list not stored', failure);
    } finally {
      setBusy(false);
    }
  };
  return { busy, problem, save: () => void save() };
}

function soonText({ startsAt, endsAt }: DoorSession, now: number): string {
  const minutes = Math.ceil((Date.parse(startsAt) - now) / MINUTE_MS);
  if (Date.parse(endsAt) <= now) return words.over;
  if (minutes <= 0) return words.now;
  return minutes < 60 ? words.inMinutes(minutes) : words.inHours(Math.round(minutes / 60));
}
