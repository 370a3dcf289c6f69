import type { Seats } from '@openday/shared/wire';
import { View } from '@tarojs/components';
import { everyone } from '@/lib/text/everyone';

/** The share taken, grey, and what is left, in colour. Words always stand beside it. */
export function SeatBar({ seats }: { seats: Seats }) {
  const { capacity, taken } = seats;
  const left = capacity > 0 ? Math.max(0, 1 - taken / capacity) : 0;
  return (
    <View className="seatbar" role="img" aria-label={everyone.seatsOf(capacity, taken)}>
      <View className="seatbar__left" style={{ width: `${left * 100}%` }} />
    </View>
  );
}
