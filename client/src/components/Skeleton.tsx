import { View } from '@tarojs/components';
import { everyone } from '@/lib/text/everyone';

/** So high a card has to be for lines that are not cut. */
const [TWO_LINES, THREE_LINES] = [64, 100];

/** Stands where cards of this height will be. */
export function Skeleton({ cards = 4, height = 108 }: { cards?: number; height?: number }) {
  return (
    <View role="status" aria-label={everyone.loading}>
      {Array.from({ length: cards }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: all alike
        <View key={index} className="skeleton" style={{ height: `calc(${height}px * var(--t))` }}>
          <View className="skeleton__line skeleton__line--title" />
          {height >= TWO_LINES && <View className="skeleton__line" />}
          {height >= THREE_LINES && <View className="skeleton__line skeleton__line--short" />}
        </View>
      ))}
    </View>
  );
}
