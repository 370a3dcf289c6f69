import { View } from '@tarojs/components';
import { Switch } from '@/components/Switch';
import { closingReport } from '@/lib/text/closing-report';
import { TallyPad } from '../papers/TallyPad';
import { noTallies, type Question } from '../papers/tally';
import { Counts, type CountsProps } from './Counts';
import { sheetsOf } from './past-form';

const { pastEntry: words, papers } = closingReport;
const QUESTIONS: Question[] = ['satisfaction', 'clarity'];

/** What else was recorded then: explanations, opinions, paper questionnaires, by option where they were gone through. */
export function Sheets({ form, onChange }: Omit<CountsProps, 'of'>) {
  const sheets = sheetsOf(form);
  return (
    <>
      <View className="group panel">
        <View className="panel__title">{words.records}</View>
        <Counts
          of={['explanations', 'suggestions', 'resolved', 'handedOut', 'returned']}
          form={form}
          onChange={onChange}
        />
        {sheets.handedOut !== null && (
          <Switch
            on={form.tallies !== null}
            label={papers.tally}
            sub={papers.tallySub}
            onChange={(on) => onChange({ tallies: on ? noTallies() : null })}
          />
        )}
      </View>
      {sheets.tallies &&
        QUESTIONS.map((question) => (
          <TallyPad key={question} question={question} draft={sheets} onChange={(tallies) => onChange({ tallies })} />
        ))}
    </>
  );
}
