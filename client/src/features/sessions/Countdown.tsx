import { countdown } from '@openday/shared/dates';
import type { Instant } from '@openday/shared/wire';
import { Text, View } from '@tarojs/components';
import { useEffect, useRef } from 'react';
import { useNow } from '@/lib/clock';
import { resident } from '@/lib/text/resident';
import './sessions.scss';

const { units } = resident.slot;
const HOUR_MS = 3_600_000;

/** Days, hours, minutes until then by the server's clock; seconds in the last hour only. Tells when it is over. */
export function Countdown({ until, onOver }: { until: Instant; onOver: () => void }) {
  const now = useNow(1000);
  const left = countdown(until, now);
  const over = Date.parse(until) <= now;
  const told = useRef(false);
  useEffect(() => {
    if (!over || told.current) return;
    told.current = true;
    onOver();
  }, [over, onOver]);

  const lastHour = Date.parse(until) - now < HOUR_MS;
  const parts = lastHour
    ? ([
        [left.minutes, units.minutes],
        [left.seconds, units.seconds],
      ] as const)
    : ([
        ...(left.days > 0 ? [[left.days, units.days] as const] : []),
        [left.hours, units.hours],
        [left.minutes, units.minutes],
      ] as const);
  return (
    <View className="count" role="timer" aria-label={parts.map((part) => part.join(' ')).join(' ')}>
      {parts.map(([n, unit]) => (
        <View key={unit}>
          <Text className="count__n">{n}</Text>
          <Text className="count__unit">{unit}</Text>
        </View>
      ))}
    </View>
  );
}
