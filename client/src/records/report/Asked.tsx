import { type Closing, COUNT_REASONS, PLAN_REASONS } from '@openday/shared/closing';
import { View } from '@tarojs/components';
import { Chip } from '@/components/Chip';
import { Group } from '@/components/Group';
import { FormRow } from '@/features/desk/FormRow';
import { InputBox } from '@/features/desk/InputBox';
import { closingReport as words } from '@/lib/text/closing-report';
import type { Report } from './useReport';
import { useTyped } from './useTyped';

const MOST = 100;

/** What nobody recorded: why the numbers differ. First on the page, and it stays there once it is filled in. */
export function Asked({ closing, report }: { closing: Closing; report: Report }) {
  const { countDiffers, planDiffers, gaps } = closing;
  if (!countDiffers && !planDiffers) return null;
  return (
    <Group head={gaps.length > 0 ? words.first(gaps.length) : words.why}>
      {countDiffers ? (
        <Why
          label={countDiffers > 0 ? words.more12(countDiffers) : words.fewer(-countDiffers)}
          hint={words.noteHint}
          options={COUNT_REASONS.map((key) => ({ key, text: words.count[key] }))}
          on={closing.countReasons}
          note={closing.countNote}
          typing={report.typing}
          onPick={(countReasons) => report.change({ countReasons })}
          onNote={(countNote) => report.change({ countNote })}
        />
      ) : null}
      {planDiffers ? (
        <Why
          label={planDiffers > 0 ? words.overPlan(planDiffers) : words.underPlan(-planDiffers)}
          hint={words.planHint}
          options={PLAN_REASONS.filter((key) => fits(key, planDiffers)).map((key) => ({ key, text: words.plan[key] }))}
          on={closing.planReasons}
          note={closing.planNote}
          typing={report.typing}
          onPick={(planReasons) => report.change({ planReasons })}
          onNote={(planNote) => report.change({ planNote })}
        />
      ) : null}
    </Group>
  );
}

const MORE: readonly string[] = ['interest', 'plannedLow', 'merged'];

const fits = (reason: string, differs: number): boolean => reason === 'other' || MORE.includes(reason) === differs > 0;

interface WhyProps<K extends string> {
  label: string;
  hint: string;
  options: { key: K; text: string }[];
  on: K[];
  note: string;
  typing: Report['typing'];
  onPick: (reasons: K[]) => void;
  onNote: (note: string) => void;
}

function Why<K extends string>({ label, hint, options, on, note, typing, onPick, onNote }: WhyProps<K>) {
  const [typed, type] = useTyped(note, typing, onNote);
  return (
    <View className="report__row">
      <FormRow label={label}>
        <View className="report__chips" role="group" aria-label={label}>
          {options.map(({ key, text }) => (
            <Chip
              key={key}
              on={on.includes(key)}
              onTap={() => onPick(on.includes(key) ? on.filter((one) => one !== key) : [...on, key])}
            >
              {text}
            </Chip>
          ))}
        </View>
        <InputBox label={hint} value={typed} placeholder={hint} maxlength={MOST} onChange={type} />
      </FormRow>
    </View>
  );
}
