import type { DeviceState } from '@openday/shared/check-in';
import { Text, View } from '@tarojs/components';
import { Act } from '@/components/Act';
import { Tag } from '@/components/Tag';
import { clock } from '@/features/door/door-words';
import { closing as words } from '@/lib/text/closing';
import { doorCrew } from '@/lib/text/door-crew';
import { gapsOf, stretchesOf } from './closing-state';

export interface DeviceRowProps {
  device: DeviceState;
  /** What it is called here. */
  phone: string;
  mine: boolean;
  /** Somebody may say why it cannot send the rest. */
  onExcuse?: () => void;
}

/** One phone's records: whole, or which are missing, drawn and in words. */
export function DeviceRow({ device, phone, mine, onExcuse }: DeviceRowProps) {
  const { operator, lastSeq, missing, lastAt, excused } = device;
  const gaps = gapsOf(device);
  const ranges = missing.map(([from, to]) => words.range(from, to)).join('、');
  const have = lastSeq > 0 ? words.range(1, lastSeq) : words.none;
  const facts = [operator, gaps > 0 ? words.rangesMissing(ranges) : have, lastAt && words.lastAt(clock(lastAt))];
  return (
    <View className="dev">
      <View className="dev__top">
        <View className="grow">
          <Text className="strong">{phone}</Text>
          {mine && ` · ${words.thisPhone}`}
        </View>
        <DeviceTag device={device} gaps={gaps} />
      </View>
      <View className="dev__s">{facts.filter(Boolean).join(' · ')}</View>
      {excused && (
        <View className="dev__s">
          {doorCrew.excuse.by(excused.by, excused.reason)} · {clock(excused.at)}
        </View>
      )}
      {lastSeq > 0 && (
        <View className="dev__seq" aria-hidden="true">
          {stretchesOf(device).map(({ have: there, length }, index) => (
            <View
              // biome-ignore lint/suspicious/noArrayIndexKey: a stretch is known by its place
              key={index}
              className={there ? 'dev__have' : 'dev__gap'}
              style={{ flexGrow: length }}
            />
          ))}
        </View>
      )}
      {onExcuse && (
        <Act className="dev__act" label={doorCrew.excuse.title(phone)} onTap={onExcuse}>
          {doorCrew.excuse.act}
        </Act>
      )}
    </View>
  );
}

function DeviceTag({ device, gaps }: { device: DeviceState; gaps: number }) {
  if (device.excused) return <Tag>{doorCrew.excuse.tag}</Tag>;
  if (gaps > 0) return <Tag kind="bad">{words.lacks(gaps)}</Tag>;
  // What it has not sent nobody can know before its end: never called whole.
  return device.ended ? <Tag kind="ok">{words.ended}</Tag> : <Tag kind="warn">{words.open}</Tag>;
}
