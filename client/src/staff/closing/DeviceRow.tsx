import type { DeviceState } from '@openday/shared/check-in';
import { Text, View } from '@tarojs/components';
import { Tag } from '@/components/Tag';
import { clock } from '@/features/door/door-words';
import { closing as words } from '@/lib/text/closing';
import { gapsOf, stretchesOf } from './closing-state';

/** One phone's records: whole, or which are missing, drawn and in words. */
export function DeviceRow(props: { device: DeviceState; number: number; mine: boolean; awaited: boolean }) {
  const { device, number, mine, awaited } = props;
  const { operator, lastSeq, missing, ended, lastAt } = device;
  const gaps = gapsOf(device);
  const ranges = missing.map(([from, to]) => words.range(from, to)).join('、');
  const have = lastSeq > 0 ? words.range(1, lastSeq) : words.none;
  const facts = [
    operator,
    gaps > 0 ? words.rangesMissing(ranges) : have,
    lastAt && words.lastAt(clock(lastAt)),
    awaited && !ended && words.notEnded,
  ];
  return (
    <View className="dev">
      <View className="dev__top">
        <View className="grow">
          <Text className="strong">{words.phone(number)}</Text>
          {mine && ` · ${words.thisPhone}`}
        </View>
        {gaps > 0 ? <Tag kind="bad">{words.lacks(gaps)}</Tag> : <Tag kind="ok">{ended ? words.ended : words.ok}</Tag>}
      </View>
      <View className="dev__s">{facts.filter(Boolean).join(' · ')}</View>
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
    </View>
  );
}
