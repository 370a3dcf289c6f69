import type { AnnualFigureKind, AnnualReport } from '@openday/shared/annual';
import { View } from '@tarojs/components';
import { Tap } from '@/components/Tap';
import { annual as words } from '@/lib/text/annual';
import { shown } from './shown';

/** Each figure: what the records say, how a report says it, where it comes from. */
export function Basis({ report, onPick }: { report: AnnualReport; onPick: (kind: AnnualFigureKind) => void }) {
  const { columns } = words;
  return (
    <>
      <View className="sec">{words.basis}</View>
      <View className="group basis">
        <View className="basis__row basis__row--head">
          <View className="basis__name">{columns.figure}</View>
          <View className="basis__value">{columns.value}</View>
          <View className="basis__wording">{columns.wording}</View>
          <View className="basis__note">{columns.note}</View>
          <View className="basis__rows">{columns.evidence}</View>
        </View>
        {report.figures.map(({ kind, value, wording, note, evidence }) => (
          <View key={kind} className="basis__row">
            <View className="basis__name">{words.figure[kind]}</View>
            <View className="basis__value strong">{value === null ? words.noValue : shown(value)}</View>
            <View className="basis__wording">{wording}</View>
            <View className="basis__note dim">{note}</View>
            <View className="basis__rows">
              {evidence > 0 && (
                <Tap
                  className="link annual__link"
                  label={`${words.figure[kind]}：${columns.evidence} ${evidence} ${words.rows[kind]}`}
                  onTap={() => onPick(kind)}
                >
                  {`${shown(evidence)} ${words.rows[kind]}`}
                </Tap>
              )}
            </View>
          </View>
        ))}
      </View>
    </>
  );
}
