import type { DeskSuggestion } from '@openday/shared/suggestions';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { Field } from '@/components/Field';
import { Group } from '@/components/Group';
import { Switch } from '@/components/Switch';
import { SayBox } from '@/features/suggestions/SayBox';
import { useDraft } from '@/features/suggestions/useDraft';
import { deskSuggestions as words } from '@/lib/text/desk-suggestions';
import type { useDeskSuggestion } from './useDeskSuggestions';

const MOST = 1000;
const MOST_QUESTION = 100;
const LEAST = 2;

/** The answer, whether it is done with it, and whether everybody may read it; kept on the device until it is sent. */
export function AnswerForm({
  suggestion,
  one,
}: {
  suggestion: DeskSuggestion;
  one: ReturnType<typeof useDeskSuggestion>;
}) {
  const { id, state } = suggestion;
  const first = state === 'taken';
  const [again, setAgain] = useState(false);
  const { draft, change, sent } = useDraft(`answer:${id}`, { text: '', question: '', resolved: false, open: false });
  const text = draft.text.trim();
  const question = draft.question.trim();
  const ready = text.length >= LEAST && (!draft.open || question.length >= LEAST);
  if (!first && !again) {
    return (
      <Button kind="white" onTap={() => setAgain(true)}>
        {words.answerAgain}
      </Button>
    );
  }
  const send = () =>
    one.answer({ text, ...(draft.resolved && { resolved: true }), ...(draft.open && { question }) }, () => {
      sent();
      change({ text: '', question: '', resolved: false, open: false });
      setAgain(false);
    });
  return (
    <>
      <Group>
        <View className="section">
          <View className="section__title">{words.answer}</View>
          <SayBox
            label={words.answer}
            hint={words.answerHint}
            value={draft.text}
            most={MOST}
            onChange={(typed) => change({ text: typed })}
          />
        </View>
        {state !== 'resolved' && (
          <View className="rule">
            <Switch
              on={draft.resolved}
              label={words.resolvedToo}
              sub={words.resolvedSub}
              onChange={(resolved) => change({ resolved })}
            />
          </View>
        )}
        <View className="rule">
          <Switch on={draft.open} label={words.publicToo} sub={words.publicSub} onChange={(open) => change({ open })} />
        </View>
        {draft.open && (
          <View className="rule">
            <Field
              long
              label={words.question}
              value={draft.question}
              placeholder={words.questionHint}
              maxlength={MOST_QUESTION}
              onChange={(typed) => change({ question: typed })}
            />
          </View>
        )}
      </Group>
      <Button kind="primary" off={!ready} busy={one.busy} onTap={send}>
        {words.answerDo}
      </Button>
    </>
  );
}
