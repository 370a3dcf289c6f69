import { dayText } from '@openday/shared/dates';
import { useQuery } from '@tanstack/react-query';
import { View } from '@tarojs/components';
import { Select } from '@/components/Select';
import { useMyUnits } from '@/features/organizers/useMyUnits';
import { PERIODS, type Period, periodOf } from '@/features/reports/period';
import { api } from '@/lib/api';
import { serverNow } from '@/lib/clock';
import { desk } from '@/lib/text/desk';
import { useAccount } from '@/lib/tokens';
import type { BoardAsks } from './board-asks';

const { board: words } = desk;
const ALL = 'all';

/** Which programme, when, whose. */
export function BoardFilters({ asks, onChange }: { asks: BoardAsks; onChange: (asks: BoardAsks) => void }) {
  const account = useAccount();
  const { units } = useMyUnits();
  const programmes = useQuery({
    queryKey: ['programmes', account?.id],
    queryFn: ({ signal }) => api('GET /programmes', { signal }),
  });
  const titles = programmes.data?.items.map(({ id, title }) => ({ key: id, text: title })) ?? [];
  const names = units.map(({ id, name }) => ({ key: id, text: name }));
  return (
    <View className="filters">
      <Select
        label={words.week}
        options={PERIODS.map((key) => ({ key, text: words.ranges[key] + days(key) }))}
        on={asks.period}
        shown={words.ranges[asks.period] + days(asks.period)}
        onPick={(period) => onChange({ ...asks, period, week: null })}
      />
      <Select
        label={words.programme}
        options={[{ key: ALL, text: words.allProgrammes }, ...titles]}
        on={asks.programme ?? ALL}
        onPick={(key) => onChange({ ...asks, programme: key === ALL ? null : key })}
      />
      {names.length > 1 && (
        <Select
          label={words.unit}
          options={[{ key: ALL, text: words.allUnits }, ...names]}
          on={asks.organizer ?? ALL}
          onPick={(key) => onChange({ ...asks, organizer: key === ALL ? null : key })}
        />
      )}
    </View>
  );
}

/** ` 9月7日–13日`, for the weeks. */
function days(period: Period): string {
  const { from, to } = periodOf(period, serverNow());
  if (!from || !to || period === 'month') return '';
  const [first = ''] = dayText(from, serverNow()).split(' ');
  const [last = ''] = dayText(Date.parse(to) - 1, serverNow()).split(' ');
  const month = (day: string) => day.replace(/月.*/, '月');
  return ` ${first}–${month(first) === month(last) ? last.slice(month(last).length) : last}`;
}
