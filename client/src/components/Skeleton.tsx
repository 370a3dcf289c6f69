import { View } from '@tarojs/components';
import { everyone } from '@/lib/text/everyone';

/** Stands where cards of this height will be. */
export function Skeleton({ cards = 4, height = 108 }: { cards?: number; height?: number }) {
  return (
    <View role="status" aria-label={everyone.loading}>
      {Array.from({ length: cards }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: all alike
        <View key={index} className="skeleton" style={{ height: `calc(${height}px * var(--t))` }}>
          <View className="skeleton__line skeleton__line--title" />
          <View className="skeleton__line" />
          <View className="skeleton__line skeleton__line--short" />
        </View>
      ))}
    </View>
  );
}
