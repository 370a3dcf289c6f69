import { momentText, rangeText } from '@openday/shared/dates';
import type { Question } from '@openday/shared/questions';
import type { Restriction } from '@openday/shared/registrations';
import type { SessionDetail } from '@openday/shared/sessions';
import { Notice } from '@/components/Notice';
import { Phrase } from '@/components/Phrase';
import { Sheet } from '@/components/Sheet';
import { serverNow } from '@/lib/clock';
import { open, routes } from '@/lib/routes';
import { registerForm as words } from '@/lib/text/register-form';
import { registering } from '@/lib/text/registering';
import { standingWords } from '@/lib/text/standing';
import { useAccount } from '@/lib/tokens';
import { BusyFoot, BusyPanel } from './BusyPanel';
import { heldBackUntil } from './held-back';
import { PoolFields } from './PoolFields';
import { QuestionFields } from './QuestionFields';
import { RegisterFoot } from './RegisterFoot';
import { WhoFields } from './WhoFields';
import './registrations.scss';
import { useRegisterForm } from './useRegisterForm';

export interface RegisterSheetProps {
  session: SessionDetail;
  /** What the unit asks at this activity. */
  questions: Question[];
  /** Earlier no-shows under the rule that holds here. */
  restrictions: Restriction[];
  onClose: () => void;
}

/** Registers a party: which seats, who, how many, for whom; and waits in line where the server is busy. */
export function RegisterSheet({ session, questions, restrictions, onClose }: RegisterSheetProps) {
  const { form, missing, change, state, full, refusal, submit, stop } = useRegisterForm(session, questions, onClose);
  const account = useAccount();
  const held = heldBackUntil({ form, account, session, restrictions }, serverNow());
  const [firstWrong] = Object.keys(missing);

  const foot =
    state.step === 'form' ? (
      <RegisterFoot
        session={session}
        form={form}
        full={full || held !== null}
        held={held !== null}
        refusal={refusal}
        missing={missing}
        onChange={change}
        onSubmit={submit}
      />
    ) : (
      <BusyFoot seats={state.seats} onStop={stop} />
    );

  return (
    <Sheet
      title={<Phrase>{session.theme}</Phrase>}
      sub={<Phrase>{rangeText(session.startsAt, session.endsAt, serverNow())}</Phrase>}
      label={state.step === 'waiting' ? words.busy.label : words.label}
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
          {held && (
            <Notice icon="clock" act={{ text: standingWords.why, onTap: () => open(routes.restrictions) }}>
              <Phrase>{standingWords.heldBackBefore(momentText(held, serverNow()))}</Phrase>
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
