import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useEffect, useMemo, useState } from 'react';
import { Button } from '@/components/Button';
import { Group } from '@/components/Group';
import { Icon } from '@/components/Icon';
import { Page } from '@/components/Page';
import { deviceId } from '@/features/door/device';
import { useDoorState } from '@/features/door/door-state';
import { isEnded, lastAck, recordsOf } from '@/features/door/journal';
import { keptPack } from '@/features/door/packs';
import { record } from '@/features/door/recording';
import { syncNow, watchDoor } from '@/features/door/sync';
import { ask } from '@/lib/ask';
import { classes } from '@/lib/classes';
import { serverNow } from '@/lib/clock';
import { say } from '@/lib/say';
import { closing as words } from '@/lib/text/closing';
import { door } from '@/lib/text/door';
import { closingOf, devicesOf, mayExcuse, phoneName } from './closing-state';
import { DeviceRow } from './DeviceRow';
import { ExcuseSheet } from './ExcuseSheet';
import { Numbers } from './Numbers';
import '@/features/door/door.scss';
import './closing.scss';

/** 结束签到: whether every phone's records are there, then this phone's `end`. */
export default function ClosingPage() {
  const { params } = useRouter<{ id: string }>();
  const { version, link } = useDoorState();
  const counts = useDoorState((state) => state.counts[params.id]?.counts ?? null);
  const [excusing, setExcusing] = useState<{ id: string; phone: string } | null>(null);
  const [checking, setChecking] = useState(false);
  useEffect(() => watchDoor(params.id), [params.id]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: version says that the storage changed
  const records = useMemo(() => recordsOf(params.id), [params.id, version]);
  const state = closingOf(counts, records, link === 'online', deviceId());

  const check = async () => {
    setChecking(true);
    await syncNow();
    setChecking(false);
  };
  const end = () => {
    const fact = record(params.id, { kind: 'end', seats: 0, shown: 'none' });
    if (!fact) return say(door.scan.notStored);
    return void check();
  };
  const askEnd = async () => {
    const endsAt = keptPack(params.id)?.pack.session.endsAt;
    const early = endsAt !== undefined && serverNow() < Date.parse(endsAt);
    const content = words.endAsk(early, counts?.missing ?? 0);
    const sure = await ask({ title: words.endTitle, content, yes: words.endYes, no: words.endNo });
    // Two quick taps may have asked twice; one end is enough.
    if (sure && !isEnded(recordsOf(params.id))) end();
  };

  return (
    <Page className="closing">
      <View className={classes('end', state.ok ? 'end--ok' : 'end--wait')} role="status">
        <Icon name={state.ok ? 'check' : 'alert'} />
        <View className="grow">
          <View className="end__t">{state.title}</View>
          {state.sub && <View className="end__s">{state.sub}</View>}
        </View>
      </View>
      {counts && (
        <>
          <Group head={words.devices(counts.devices.length)}>
            {devicesOf(counts).map((device, index) => (
              <DeviceRow
                key={device.deviceId}
                device={device}
                number={index + 1}
                mine={device.deviceId === deviceId()}
                awaited={isEnded(records)}
                onExcuse={
                  mayExcuse(device) && (device.deviceId !== deviceId() || records.some(({ rejected }) => rejected))
                    ? () => setExcusing({ id: device.deviceId, phone: phoneName(device, index + 1) })
                    : undefined
                }
              />
            ))}
          </Group>
          <Numbers counts={counts} whole={state.ok} />
        </>
      )}
      {state.act !== 'done' && (
        <View className="tray">
          {state.act === 'end' ? (
            <>
              <View className="tray__note">{words.deleted}</View>
              <Button kind="primary" id="end" className="door__big" onTap={() => void askEnd()}>
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
