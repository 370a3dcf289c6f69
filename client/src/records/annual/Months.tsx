import { View } from '@tarojs/components';
import { annual as words } from '@/lib/text/annual';

/** Of the tallest column, per cent; the rest is its number. */
const TALLEST = 76;

/** Sessions held, month by month. */
export function Months({ months }: { months: number[] }) {
  const most = Math.max(1, ...months);
  const picture = { role: 'img', 'aria-label': words.monthsLabel(months) };
  return (
    <View className="group panel">
      <View className="panel__title">{words.months}</View>
      <View className="months" {...picture}>
        {months.map((n, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a year has twelve months, always the same ones
          <View key={i} className="months__one">
            <View className="months__space">
              {n > 0 && <View className="months__n">{n}</View>}
              <View className="months__bar" style={{ height: `${(n / most) * TALLEST}%` }} />
            </View>
            <View className="months__name">{i + 1}</View>
          </View>
        ))}
      </View>
    </View>
  );
}
