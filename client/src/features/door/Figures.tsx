import type { DoorCounts } from '@openday/shared/check-in';
import { View } from '@tarojs/components';
import { figuresOf } from './figure-list';
import './door.scss';

/** The session's figures, one beside the other. */
export function Figures({ counts, registers }: { counts: DoorCounts; registers: boolean }) {
  return (
    <View className="four">
      {figuresOf(counts, registers).map(({ n, name }) => (
        <View key={name} className="four__one">
          <View className="four__n">{n ?? '—'}</View>
          <View className="four__t">{name}</View>
        </View>
      ))}
    </View>
  );
}
