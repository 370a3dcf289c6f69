import type { AnnualFigure, AnnualReport } from '@openday/shared/annual';
import { View } from '@tarojs/components';
import { annual as words } from '@/lib/text/annual';
import { Enter } from './Enter';
import { shown } from './shown';

/** One of so many as its share: of different many, the numbers do not compare. */
const compared = ({ value, of, wording }: Pick<AnnualFigure, 'value' | 'of' | 'wording'>): string =>
  value === null ? words.noValue : of ? wording : shown(value);

/** The figures of the year before, where there are any. */
export function Before({ report }: { report: AnnualReport }) {
  const { before, year } = report;
  return (
    <View className="group panel">
      <View className="panel__title">{words.before}</View>
      {before ? (
        before.figures.map((then) => {
          const now = report.figures.find(({ kind }) => kind === then.kind);
          if (!now || (then.value === null && now.value === null)) return null;
          return (
            <View key={then.kind} className="before__row">
              <View className="grow">{words.figure[then.kind]}</View>
              <View className="before__value dim">{words.beforeLine(before.year, compared(then))}</View>
              <View className="before__value strong">{compared(now)}</View>
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
