import { View } from '@tarojs/components';
import { setup as words } from '@/lib/text/setup';
import type { PoolForm } from './setup-form';

const SHADES = [1, 0.72, 0.5, 0.32, 0.2];

/** The pools side by side as a share of what the room holds; the line is the room. */
export function SeatsBar({ pools, room }: { pools: PoolForm[]; room: number | null }) {
  const seats = pools.map(({ capacity }) => Number(capacity) || 0);
  const sum = seats.reduce((all, n) => all + n, 0);
  const whole = Math.max(sum, room ?? 0);
  if (whole === 0) return null;
  const percent = (n: number) => `${(100 * n) / whole}%`;
  return (
    <View className="seatsbar" role="img" aria-label={[words.sum(sum), room !== null && words.room(room)].join(' ')}>
      <View className="seatsbar__all">
        {pools.map(({ key }, place) => (
          <View
            key={key}
            className="seatsbar__one"
            style={{ width: percent(seats[place] ?? 0), opacity: SHADES[place % SHADES.length] }}
          />
        ))}
      </View>
      {room !== null && <View className="seatsbar__room" style={{ left: percent(room) }} />}
    </View>
  );
}
