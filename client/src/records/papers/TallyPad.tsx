import type { Tallies } from '@openday/shared/questionnaires';
import { View } from '@tarojs/components';
import { Act } from '@/components/Act';
import { Group } from '@/components/Group';
import { Icon } from '@/components/Icon';
import { Tag } from '@/components/Tag';
import { Tap } from '@/components/Tap';
import { InputBox } from '@/features/desk/InputBox';
import { countOf } from '@/features/reports/count-of';
import { closingReport } from '@/lib/text/closing-report';
import { type Draft, OPTIONS, offBy, type Question, withCount } from './tally';
import './tally.scss';

const { papers: words } = closingReport;
const NAMES: Record<Question, Record<string, string>> = { satisfaction: words.levels, clarity: words.clear };

/** One question: a large key for each answer adds one, its total may be typed; says whether it adds up. */
export function TallyPad(props: { question: Question; draft: Draft; onChange: (tallies: Tallies) => void }) {
  const { question, draft, onChange } = props;
  const { tallies } = draft;
  if (!tallies) return null;
  const off = offBy(draft, question);
  const counts: Record<string, number> = tallies[question];
  const standing = off === 0 ? words.fits : off < 0 ? words.short(-off) : words.over(off);
  // Nothing to compare with until it is said how many came back.
  const tag = draft.returned === null ? undefined : <Tag kind={off === 0 ? 'ok' : 'warn'}>{standing}</Tag>;
  return (
    <Group head={words[question]} aside={tag}>
      {OPTIONS[question].map((option) => {
        const name = NAMES[question][option] ?? option;
        const count = counts[option] ?? 0;
        const set = (n: number) => onChange(withCount(tallies, question, option, n));
        return (
          <View key={option} className="tally">
            <Tap className="tally__key" label={words.plus(name)} onTap={() => set(count + 1)}>
              <View className="grow">{name}</View>
              <Icon name="plus" />
            </Tap>
            <Act icon="minus" label={words.minus(name)} disabled={count === 0} onTap={() => set(count - 1)} />
            <InputBox
              short
              kind="number"
              label={words.total(name)}
              value={String(count)}
              maxlength={5}
              onChange={(text) => set(countOf(text) ?? 0)}
            />
          </View>
        );
      })}
    </Group>
  );
}
