import { momentText } from '@openday/shared/dates';
import type { Candidate, MonthlyTopic } from '@openday/shared/monthly-topics';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Act } from '@/components/Act';
import { Button } from '@/components/Button';
import { Notice } from '@/components/Notice';
import { SayingSheet } from '@/components/SayingSheet';
import { Tag } from '@/components/Tag';
import { sessionUrl } from '@/features/desk/places';
import { serverNow } from '@/lib/clock';
import { open } from '@/lib/routes';
import { district } from '@/lib/text/district';
import { CandidateSheet } from './CandidateSheet';
import { SessionSheet } from './SessionSheet';
import { useRoundAct } from './useTopics';

const { topics: words } = district;
const KINDS = { draft: undefined, open: 'accent', chosen: 'warn', done: 'ok' } as const;

type Asking = 'candidate' | 'session' | 'outcome' | { choose: Candidate } | { change: Candidate };

/** One round: its candidates in order, and the next step. */
export function Round({ round, may }: { round: MonthlyTopic; may: boolean }) {
  const [asking, setAsking] = useState<Asking | null>(null);
  const act = useRoundAct(round.id, () => setAsking(null));
  const { state, candidates, chosen, session, outcome } = round;
  const now = serverNow();
  const editable = may && (state === 'draft' || state === 'open');
  const chosenOne = candidates.find(({ id }) => id === chosen?.candidateId);
  return (
    <View className="group round">
      <View className="section">
        <View className="strong">{round.title}</View>
        <View className="unit__sub">
          {[round.organizer.name, round.month, words.votesUntil(momentText(round.votesUntil, now))].join(' · ')}
        </View>
        <Tag kind={KINDS[state]}>{words.states[state]}</Tag>
      </View>
      {act.failure && !asking && (
        <Notice kind="bad" icon="alert">
          {act.failure.message}
        </Notice>
      )}
      {candidates.map((candidate) => (
        <View key={candidate.id} className="cand">
          <View>{candidate.title}</View>
          <View className="unit__sub">
            {words.votes(candidate.votes) +
              words.behind(candidate.suggestions) +
              (candidate.place === null ? '' : words.place(candidate.place))}
          </View>
          {candidate.note && <View className="unit__sub">{candidate.note}</View>}
          {may && (
            <View className="cand__acts">
              {editable && (
                <Act label={words.changeCandidate(candidate.title)} onTap={() => setAsking({ change: candidate })}>
                  {district.units.change}
                </Act>
              )}
              {(state === 'open' || state === 'chosen') && candidate.id !== chosen?.candidateId && (
                <Act label={words.chooseTitle(candidate.title)} onTap={() => setAsking({ choose: candidate })}>
                  {words.choose}
                </Act>
              )}
            </View>
          )}
        </View>
      ))}
      {chosen && chosenOne && <View className="section">{words.chosen(chosenOne.title, chosen.reason)}</View>}
      {session && (
        <View className="section">
          {words.sessionIs(session.theme, momentText(session.startsAt, now))}
          {may && <Act onTap={() => open(sessionUrl(session.id))}>{words.invite}</Act>}
        </View>
      )}
      {outcome && <View className="section">{words.outcomeIs(outcome.text)}</View>}
      {editable && (
        <Button kind="white" onTap={() => setAsking('candidate')}>
          {words.addCandidate}
        </Button>
      )}
      {may && state === 'draft' && (
        <>
          <View className="section unit__sub">{words.openSub}</View>
          <Button kind="primary" off={candidates.length < 2} busy={act.busy} onTap={act.open}>
            {words.open}
          </Button>
        </>
      )}
      {may && state === 'chosen' && (
        <Button kind="white" onTap={() => setAsking('session')}>
          {words.session}
        </Button>
      )}
      {may && (state === 'chosen' || state === 'done') && (
        <Button kind={state === 'chosen' ? 'primary' : 'white'} onTap={() => setAsking('outcome')}>
          {words.outcome}
        </Button>
      )}
      <Sheets round={round} asking={asking} act={act} onClose={() => setAsking(null)} />
    </View>
  );
}

interface SheetsProps {
  round: MonthlyTopic;
  asking: Asking | null;
  act: ReturnType<typeof useRoundAct>;
  onClose: () => void;
}

function Sheets({ round, asking, act, onClose }: SheetsProps) {
  if (asking === null) return null;
  const state = { busy: act.busy, failure: act.failure, onClose };
  if (asking === 'session') return <SessionSheet organizer={round.organizer.id} onPick={act.session} {...state} />;
  if (asking === 'candidate') return <CandidateSheet round={round} of={null} onSave={act.candidates} {...state} />;
  if (asking === 'outcome') {
    return (
      <SayingSheet
        title={words.outcome}
        presets={[]}
        own={words.outcomeHint}
        most={2000}
        submit={words.outcome}
        empty={words.outcomeHint}
        onSay={act.outcome}
        {...state}
      />
    );
  }
  if ('change' in asking) return <CandidateSheet round={round} of={asking.change} onSave={act.candidates} {...state} />;
  return (
    <SayingSheet
      title={words.chooseTitle(asking.choose.title)}
      sub={words.chooseSub}
      presets={words.chooseReasons}
      own={words.chooseOwn}
      most={200}
      submit={words.choose}
      onSay={(reason) => act.choose(asking.choose.id, reason)}
      {...state}
    />
  );
}
