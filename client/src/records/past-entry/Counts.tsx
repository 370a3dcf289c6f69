import { InputRow } from '@/features/desk/InputRow';
import { closingReport } from '@/lib/text/closing-report';
import type { PastForm } from './past-form';

const { pastEntry: words } = closingReport;
type Count = 'planned' | 'actual' | 'explanations' | 'handedOut' | 'returned' | 'suggestions' | 'resolved';

export interface CountsProps {
  of: readonly Count[];
  form: PastForm;
  onChange: (over: Partial<PastForm>) => void;
}

/** Numbers, each on its row; left empty where nobody knows. */
export function Counts({ of, form, onChange }: CountsProps) {
  return (
    <>
      {of.map((key) => (
        <InputRow
          key={key}
          short
          kind="number"
          label={words[key]}
          sub={key === 'planned' ? words.unknown : undefined}
          value={form[key]}
          maxlength={6}
          onChange={(text) => onChange({ [key]: text })}
        />
      ))}
    </>
  );
}
