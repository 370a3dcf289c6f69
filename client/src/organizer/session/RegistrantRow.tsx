import { clockOf, dayText, momentText } from '@openday/shared/dates';
import type { Question } from '@openday/shared/questions';
import type { Registrant } from '@openday/shared/registrations';
import type { Id, Instant } from '@openday/shared/wire';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Act } from '@/components/Act';
import { SayingSheet } from '@/components/SayingSheet';
import { Tag } from '@/components/Tag';
import { MayAct } from '@/features/desk/MayAct';
import { useMayAct } from '@/features/desk/may-act';
import { LIVE } from '@/features/registrations/useMine';
import { api } from '@/lib/api';
import { classes } from '@/lib/classes';
import { serverNow } from '@/lib/clock';
import { say, sayFailure } from '@/lib/say';
import { admitting, STATUS_WORDS } from '@/lib/text/admitting';
import { RELATION_WORDS } from '@/lib/text/everyone';
import { answerWords } from './answer-words';
import { MoveSheet } from './MoveSheet';
import { Reveal } from './Reveal';
import { TickBox } from './TickBox';
import { isDecidable } from './useTicked';

const { list: words, bulk } = admitting;
const KINDS = {
  applied: 'warn',
  offered: 'warn',
  confirmed: 'ok',
  waitlisted: 'accent',
  declined: undefined,
  cancelled: undefined,
  expired: undefined,
} as const;

interface RegistrantRowProps {
  registrant: Registrant;
  questions: Question[];
  session: { id: Id; eventId: Id };
  /** Other rows can be ticked: this one leaves the place. */
  column: boolean;
  tick: { on: boolean; onTap: () => void } | null;
}

/** One registration, masked: who, how many, what they said, and what the unit can do with it. */
export function RegistrantRow({ registrant, questions, session, column, tick }: RegistrantRowProps) {
  const { name, phoneLast4, seats, children, onBehalfOf, createdAt, status, ticketNo } = registrant;
  const inDraw = status === 'applied' && ticketNo !== null;
  const now = serverNow();
  return (
    <View className={classes('person', tick && 'person--tick', tick?.on && 'person--on')}>
      {tick && <TickBox on={tick.on} label={bulk.tick(name)} onTap={tick.onTap} />}
      {column && !tick && <View className="person__tick wide-only" />}
      <View className="person__who">
        <View className="strong">{name}</View>
        <View className="person__sub">
          {phoneLast4 ? words.last4(phoneLast4) : words.noPhone}
          {onBehalfOf && ` · ${words.proxy(RELATION_WORDS[onBehalfOf.relation])}`}
        </View>
        <MayAct>
          <Reveal registrant={registrant} questions={questions} />
        </MayAct>
      </View>
      <View className="person__party">{words.people(seats, children)}</View>
      <View className="person__about">
        <About registrant={registrant} questions={questions} />
      </View>
      <View className="person__at">{tableTime(createdAt, now)}</View>
      <View className="person__end">
        <Tag kind={KINDS[status]}>{inDraw ? words.inDraw : STATUS_WORDS[status]}</Tag>
        <Acts registrant={registrant} session={session} />
      </View>
    </View>
  );
}

/** Of 24 hours, as tables have it. */
function tableTime(at: Instant, now: number): string {
  return `${dayText(at, now).split(' ')[0]} ${clockOf(at)}`;
}

function About({ registrant, questions }: { registrant: Registrant; questions: Question[] }) {
  const { quota, enterprise, position, ticketNo, confirmBy, heldBackUntil, endReason, answers } = registrant;
  const now = serverNow();
  const facts = [
    quota.name,
    enterprise,
    ticketNo !== null && words.ticket(ticketNo),
    position !== null && words.position(position),
    confirmBy && words.until(momentText(confirmBy, now)),
  ].filter(Boolean);
  const held = heldBackUntil && registrant.status === 'waitlisted' && words.heldBack(dayText(heldBackUntil, now));
  return (
    <>
      <View>{facts.join(' · ')}</View>
      {answers.map(({ question, value }) => (
        <View key={question} className="person__sub">
          {answerWords(questions, question, value)}
        </View>
      ))}
      {held && <View className="person__sub warn">{held}</View>}
      {endReason && <View className="person__sub">{words.reason(endReason)}</View>}
    </>
  );
}

/** Seats it, or refuses it with a reason; ends what stands, with a reason. */
function Acts({ registrant, session }: Pick<RegistrantRowProps, 'registrant' | 'session'>) {
  const client = useQueryClient();
  const may = useMayAct();
  const [moving, setMoving] = useState(false);
  const [asking, setAsking] = useState<'decline' | 'remove' | null>(null);
  const { id, name, status } = registrant;
  const refresh = () => client.invalidateQueries();
  const approve = useMutation({
    mutationFn: () => api('POST /registrations/:id/approve', { params: { id } }),
    onSuccess: () => say(words.approved(name)),
    onError: sayFailure,
    onSettled: refresh,
  });
  const end = useMutation({
    mutationFn: ({ act, reason }: { act: 'decline' | 'remove'; reason: string }) =>
      api(act === 'decline' ? 'POST /registrations/:id/decline' : 'POST /registrations/:id/remove', {
        params: { id },
        body: { reason },
      }),
    onSuccess: () => {
      setAsking(null);
      return refresh();
    },
  });
  if (!LIVE.includes(status) || !may) return null;
  const decides = isDecidable(registrant);
  const sheet = asking && admitting[asking];
  return (
    <View className="person__acts">
      {decides && (
        <Act disabled={approve.isPending} label={`${words.approve} ${name}`} onTap={() => approve.mutate()}>
          {words.approve}
        </Act>
      )}
      {decides ? (
        <Act className="person__no" label={`${words.decline} ${name}`} onTap={() => setAsking('decline')}>
          {words.decline}
        </Act>
      ) : (
        <Act className="person__no" label={`${words.remove} ${name}`} onTap={() => setAsking('remove')}>
          {words.remove}
        </Act>
      )}
      {!decides && registrant.ticketNo === null && (
        <Act className="person__no" label={`${words.move} ${name}`} onTap={() => setMoving(true)}>
          {words.move}
        </Act>
      )}
      {moving && <MoveSheet registrant={registrant} session={session} onClose={() => setMoving(false)} />}
      {asking && sheet && (
        <SayingSheet
          title={sheet.title(name)}
          sub={sheet.sub}
          presets={sheet.presets}
          own={sheet.own}
          submit={sheet.submit}
          busy={end.isPending}
          failure={end.error}
          onSay={(reason) => end.mutate({ act: asking, reason })}
          onClose={() => setAsking(null)}
        />
      )}
    </View>
  );
}
