import { rangeText } from '@openday/shared/dates';
import { useQuery } from '@tanstack/react-query';
import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useEffect, useMemo, useState } from 'react';
import { Button } from '@/components/Button';
import { Cell } from '@/components/Cell';
import { Group } from '@/components/Group';
import { Icon } from '@/components/Icon';
import { Page } from '@/components/Page';
import { CorrectionSheet } from '@/features/door/CorrectionSheet';
import { CountNotes } from '@/features/door/CountNotes';
import { deviceId } from '@/features/door/device';
import { deviceNames, devicesOf } from '@/features/door/device-names';
import { useDoorState } from '@/features/door/door-state';
import { Figures } from '@/features/door/Figures';
import { isCheckInUsed } from '@/features/door/figure-list';
import { isEnded, lastAck, recordsOf } from '@/features/door/journal';
import { record } from '@/features/door/recording';
import { syncNow, watchDoor } from '@/features/door/sync';
import { useOnce } from '@/features/door/useOnce';
import { api } from '@/lib/api';
import { ask } from '@/lib/ask';
import { classes } from '@/lib/classes';
import { serverNow } from '@/lib/clock';
import { keptList } from '@/lib/kept-lists';
import { say } from '@/lib/say';
import { closing as words } from '@/lib/text/closing';
import { door } from '@/lib/text/door';
import { doorCrew } from '@/lib/text/door-crew';
import { closingOf, mayExcuse } from './closing-state';
import { DeviceRow } from './DeviceRow';
import { ExcuseSheet } from './ExcuseSheet';
import '@/features/door/door.scss';
import './closing.scss';

/** 结束签到: whether every phone's records are there, then this phone's `end`. */
export default function ClosingPage() {
  const { params } = useRouter<{ id: string }>();
  const { ready, version, link } = useDoorState();
  const once = useOnce();
  const counts = useDoorState((state) => state.counts[params.id]?.counts ?? null);
  const session = useQuery({
    queryKey: ['session', params.id],
    queryFn: ({ signal }) => api('GET /sessions/:id', { params: { id: params.id }, signal }),
  }).data;
  const [excusing, setExcusing] = useState<{ id: string; phone: string } | null>(null);
  const [correcting, setCorrecting] = useState(false);
  const [checking, setChecking] = useState(false);
  useEffect(() => watchDoor(params.id), [params.id]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: version says that the storage changed
  const records = useMemo(() => recordsOf(params.id), [params.id, version]);
  const names = useMemo(() => deviceNames(counts ?? { devices: [] }), [counts]);
  const registers = session ? session.quotas.length > 0 : (counts?.registered ?? 0) > 0;
  if (!ready) return <Page className="closing">{null}</Page>;
  const state = closingOf(counts, records, link === 'online', deviceId(), keptList(params.id) !== null);

  const check = async () => {
    setChecking(true);
    await syncNow();
    setChecking(false);
  };
  const end = async () => {
    const fact = await record(params.id, { kind: 'end', seats: 0, shown: 'none' });
    if (!fact) return say(door.scan.notStored);
    return void check();
  };
  const askEnd = async () => {
    const endsAt = keptList(params.id)?.pack.session.endsAt;
    const early = endsAt !== undefined && serverNow() < Date.parse(endsAt);
    const content = words.endAsk(early, counts && isCheckInUsed(counts) ? counts.missing : 0);
    const sure = await ask({ title: words.endTitle, content, yes: words.endYes, no: words.endNo });
    // Two quick taps may have asked twice; one end is enough.
    if (sure && !isEnded(recordsOf(params.id))) await end();
  };

  return (
    <Page className="closing">
      {session && (
        <View className="note closing__what">
          {[session.theme, rangeText(session.startsAt, session.endsAt, serverNow()), session.venue.name].join(' · ')}
        </View>
      )}
      <View className={classes('end', state.ok ? 'end--ok' : 'end--wait')} role="status">
        <Icon name={state.ok ? 'check' : 'alert'} />
        <View className="grow">
          <View className="end__t">{state.title}</View>
          {state.sub && <View className="end__s">{state.sub}</View>}
        </View>
      </View>
      {counts && (
        <>
          {counts.devices.length > 0 && (
            <Group head={words.devices(counts.devices.length)}>
              {devicesOf(counts).map((device) => (
                <DeviceRow
                  key={device.deviceId}
                  device={device}
                  phone={names.get(device.deviceId) ?? ''}
                  mine={device.deviceId === deviceId()}
                  onExcuse={
                    mayExcuse(device) && (device.deviceId !== deviceId() || records.some(({ rejected }) => rejected))
                      ? () => setExcusing({ id: device.deviceId, phone: names.get(device.deviceId) ?? '' })
                      : undefined
                  }
                />
              ))}
            </Group>
          )}
          <Group head={counts.final ? words.filed : words.numbers}>
            <Figures counts={counts} registers={registers} />
            <CountNotes counts={counts} registers={registers} />
            <Cell className="rule" icon="pencil" id="correct" onTap={() => setCorrecting(true)}>
              {counts.handCount === null ? doorCrew.correction.first.act : doorCrew.correction.again}
            </Cell>
          </Group>
        </>
      )}
      {state.act !== 'done' && (
        <View className="tray">
          {state.act === 'end' ? (
            <>
              <View className="tray__note">{words.deleted}</View>
              <Button kind="primary" id="end" className="door__big" onTap={() => once(askEnd)}>
                {words.end}
              </Button>
            </>
          ) : (
            <Button kind="primary" className="door__big" busy={checking} onTap={() => void check()}>
              {words.check}
            </Button>
          )}
        </View>
      )}
      {correcting && (
        <CorrectionSheet sessionId={params.id} count={counts?.handCount ?? null} onClose={() => setCorrecting(false)} />
      )}
      {excusing && (
        <ExcuseSheet
          sessionId={params.id}
          deviceId={excusing.id}
          phone={excusing.phone}
          onExcused={(next) => {
            const polled = { counts: next, upTo: lastAck(records) };
            useDoorState.setState((all) => ({ counts: { ...all.counts, [params.id]: polled } }));
            setExcusing(null);
          }}
          onClose={() => setExcusing(null)}
        />
      )}
    </Page>
  );
}
