import type { DoorCounts } from '@openday/shared/check-in';
import { View } from '@tarojs/components';
import { doorCrew } from '@/lib/text/door-crew';

/** How many of those registered are in, as a bar with the walk-ins behind it; the figures beside it say the same. */
export function CameBar({ counts, registers }: { counts: DoorCounts; registers: boolean }) {
  const { registered, checkedIn, walkIns } = counts;
  const all = registered + walkIns;
  if (!registers || all === 0 || checkedIn === 0) return null;
  const share = (n: number) => ({ width: `${(n / all) * 100}%` });
  const picture = { role: 'img', 'aria-label': doorCrew.notes.split(checkedIn - walkIns, walkIns) };
  return (
    <View className="came" {...picture}>
      <View className="came__in" style={share(checkedIn - walkIns)} />
      <View className="came__walkins" style={share(walkIns)} />
    </View>
  );
}
