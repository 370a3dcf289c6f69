import type { AnnualReport } from '@openday/shared/annual';
import { View } from '@tarojs/components';
import { annual as words } from '@/lib/text/annual';
import { Enter } from './Enter';
import { shown } from './shown';

/** The figures of the year before, where there are any. */
export function Before({ report }: { report: AnnualReport }) {
  const { before, year } = report;
  return (
    <View className="group panel">
      <View className="panel__title">{words.before}</View>
      {before ? (
        before.figures.map(({ kind, value }) => {
          const now = report.figures.find((one) => one.kind === kind)?.value ?? null;
          if (value === null && now === null) return null;
          return (
            <View key={kind} className="before__row">
              <View className="grow">{words.figure[kind]}</View>
              <View className="before__value dim">
                {words.beforeLine(before.year, value === null ? words.noValue : shown(value))}
              </View>
              <View className="before__value strong">{now === null ? words.noValue : shown(now)}</View>
            </View>
          );
        })
      ) : (
        <>
          <View className="dim">{words.beforeNone(year - 1)}</View>
          <Enter year={year - 1} />
        </>
      )}
    </View>
  );
}
