import { type Suggestion, VERDICTS, type Verdict } from '@openday/shared/suggestions';
import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { type ReactNode, useState } from 'react';
import { BottomBar, SideAct } from '@/components/BottomBar';
import { Button } from '@/components/Button';
import { Cell } from '@/components/Cell';
import { Choice } from '@/components/Choice';
import { Group } from '@/components/Group';
import { Notice } from '@/components/Notice';
import { Page } from '@/components/Page';
import { Phrase } from '@/components/Phrase';
import { dateOnly } from '@/features/suggestions/day-words';
import { SayBox } from '@/features/suggestions/SayBox';
import { useDraft } from '@/features/suggestions/useDraft';
import { useSaying } from '@/features/suggestions/useSuggestion';
import { serverNow } from '@/lib/clock';
import { open, routes } from '@/lib/routes';
import { say } from '@/lib/say';
import { voice } from '@/lib/text/voice';
import { AddSheet } from './AddSheet';
import { Timeline } from './Timeline';
import { pointsOf } from './timeline';

const { progress: words } = voice;
const MOST_WHY = 300;

/** What was said, its way so far, and 评单 once there is an answer. */
export function Progress({ suggestion, notice }: { suggestion: Suggestion; notice: ReactNode }) {
  const { id, state, text, organizer, event, contact, createdAt, kind, publication } = suggestion;
  const now = serverNow();
  const { rate } = useSaying(id);
  const [verdict, setVerdict] = useState<Verdict | null>(null);
  const [again, setAgain] = useState(false);
  const [adding, setAdding] = useState(false);
  const why = useDraft(`why:${id}`, { text: '' });
  const rates = suggestion.canRate && (state !== 'rated' || again);
  const send = () => {
    if (!verdict) return;
    const reason = why.draft.text.trim();
    rate.mutate(
      { verdict, ...(verdict === 'unsolved' && reason.length > 1 && { text: reason }) },
      {
        onSuccess: () => {
          why.sent();
          setAgain(false);
          say(verdict === 'unsolved' ? words.sentBack : words.sent);
          setVerdict(null);
        },
      },
    );
  };
  const asked = {
    title: words.rate,
    body: (
      <>
        <View className="cell__sub">{kind === 'question' ? words.clear : words.solved}</View>
        <Choice
          label={words.rate}
          options={VERDICTS.map((key) => ({ key, text: voice.verdict[key] }))}
          on={verdict}
          onPick={setVerdict}
        />
        {verdict === 'unsolved' && (
          <SayBox
            label={words.why}
            hint={`${words.why}，${voice.rate.optional}`}
            value={why.draft.text}
            most={MOST_WHY}
            onChange={(typed) => why.change({ text: typed })}
          />
        )}
      </>
    ),
  };
  const call = () => {
    // Closing WeChat's question about calling is no failure.
    if (contact) Taro.makePhoneCall({ phoneNumber: contact.phone }).catch(() => undefined);
  };
  return (
    <Page foot={rates ? 'bar' : undefined}>
      {notice}
      <View className="voice-hero">
        <View className="title">
          <Phrase>{text}</Phrase>
        </View>
        <View className="voice-hero__sub">
          <Phrase>{words.said(dateOnly(createdAt, now), organizer.name, words.sub[state])}</Phrase>
        </View>
      </View>
      <Group>
        <Timeline points={pointsOf(suggestion, now)} last={rates ? asked : undefined} />
      </Group>
      {rate.isError && (
        <Notice kind="bad" icon="alert">
          {`${rate.error.message}${verdict === 'unsolved' ? voice.kept : ''}`}
        </Notice>
      )}
      <Group>
        {state === 'rated' && !again && <Cell onTap={() => setAgain(true)}>{words.again}</Cell>}
        <Cell onTap={() => setAdding(true)}>{words.add}</Cell>
        {event && <Cell onTap={() => open(routes.event(event.id))}>{voice.suggest.about(event.theme)}</Cell>}
        {!rates && contact && (
          <Cell icon="phone" sub={contact.phone} onTap={call}>
            {words.callUnit(contact.name)}
          </Cell>
        )}
      </Group>
      {publication && (
        <View className="note">
          <Phrase>{words.publication[publication.state](publication.question, publication.reason ?? '')}</Phrase>
        </View>
      )}
      {rates && (
        <View className="note">
          <Phrase>{words.unsolvedNote(organizer.name)}</Phrase>
        </View>
      )}
      {rates && (
        <BottomBar>
          {contact && (
            <SideAct icon="phone" onTap={call}>
              {words.call}
            </SideAct>
          )}
          <Button kind="primary" off={!verdict} busy={rate.isPending} onTap={send}>
            {verdict ? words.submit(voice.verdict[verdict]) : words.pick}
          </Button>
        </BottomBar>
      )}
      {adding && <AddSheet id={id} onClose={() => setAdding(false)} />}
    </Page>
  );
}
