import { rangeText } from '@openday/shared/dates';
import type { Question } from '@openday/shared/questions';
import type { SessionDetail } from '@openday/shared/sessions';
import { Notice } from '@/components/Notice';
import { Phrase } from '@/components/Phrase';
import { Sheet } from '@/components/Sheet';
import { serverNow } from '@/lib/clock';
import { registering } from '@/lib/text/registering';
import { BusyFoot, BusyPanel } from './BusyPanel';
import { PoolFields } from './PoolFields';
import { QuestionFields } from './QuestionFields';
import { RegisterFoot } from './RegisterFoot';
import { WhoFields } from './WhoFields';
import './registrations.scss';
import { useRegisterForm } from './useRegisterForm';

const { form: words, busy: busyWords } = registering;

export interface RegisterSheetProps {
  session: SessionDetail;
  /** What the unit asks at this activity. */
  questions: Question[];
  onClose: () => void;
}

/** Registers a party: which seats, who, how many, for whom; and waits in line where the server is busy. */
export function RegisterSheet({ session, questions, onClose }: RegisterSheetProps) {
  const { form, missing, change, state, full, refusal, submit, stop } = useRegisterForm(session, questions, onClose);
  const [firstWrong] = Object.keys(missing);

  const foot =
    state.step === 'form' ? (
      <RegisterFoot
        session={session}
        form={form}
        full={full}
        refusal={refusal}
        missing={missing}
        onChange={change}
        onSubmit={submit}
      />
    ) : (
      <BusyFoot seats={form.seats} onStop={stop} />
    );

  return (
    <Sheet
      title={<Phrase>{session.theme}</Phrase>}
      sub={<Phrase>{rangeText(session.startsAt, session.endsAt, serverNow())}</Phrase>}
      label={state.step === 'waiting' ? busyWords.label : words.label}
      foot={foot}
      into={firstWrong && `at-${firstWrong}`}
      onClose={onClose}
    >
      {state.step === 'waiting' && <BusyPanel state={state} />}
      {state.step !== 'waiting' && (
        <>
          {refusal && (
            <Notice kind={refusal.code === 'FULL' ? undefined : 'bad'} icon="alert">
              {refusal.code === 'FULL' ? registering.full : refusal.message}
            </Notice>
          )}
          <PoolFields session={session} form={form} missing={missing} onChange={change} />
          <WhoFields session={session} form={form} full={full} missing={missing} onChange={change} />
          <QuestionFields
            questions={questions}
            answers={form.answers}
            missing={missing}
            onChange={(answers) => change({ answers })}
          />
        </>
      )}
    </Sheet>
  );
}
