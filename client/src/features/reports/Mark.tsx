import { View } from '@tarojs/components';
import type { FiveKey } from './five-words';
import './lane.scss';

const SHAPES: Record<FiveKey, string> = {
  planned: 'lane__band lane__band--left lane__band--right',
  capacity: 'lane__cap',
  registered: 'lane__reg',
  checkedIn: 'lane__in',
  handCount: 'lane__hand',
};

/** One of the five marks as the lanes draw it, to stand beside its name. */
export function Mark({ of }: { of: FiveKey }) {
  return (
    <View className="mark" aria-hidden="true">
      <View className={SHAPES[of]} />
    </View>
  );
}
