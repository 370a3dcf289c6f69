import { questionProblems } from '@openday/shared/answers';
import type { EventDetail } from '@openday/shared/events';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Act } from '@/components/Act';
import { Button } from '@/components/Button';
import { Notice } from '@/components/Notice';
import { api } from '@/lib/api';
import { ApiError } from '@/lib/api-error';
import { say } from '@/lib/say';
import { setup as words } from '@/lib/text/setup';
import { OneQuestion } from './OneQuestion';
import { draftsOf, newDraft, type QuestionDraft, questionsOf } from './question-list';

const MOST = 8;

/** 报名时问的: a few questions of the event, editable while nobody is registered. */
export function QuestionsEditor({ event }: { event: EventDetail }) {
  const client = useQueryClient();
  const [drafts, setDrafts] = useState<QuestionDraft[]>(() => draftsOf(event.questions));
  const [pressed, setPressed] = useState(false);
  const questions = questionsOf(drafts);
  const save = useMutation({
    mutationFn: () => api('PUT /events/:id/questions', { params: { id: event.id }, body: { questions } }),
    onSuccess: async () => {
      setPressed(false);
      say(words.saved);
      await client.invalidateQueries();
    },
  });
  const short = drafts.flatMap(({ text }, at) =>
    text.trim().length < 2 ? [{ field: `questions.${at}.text`, message: words.question }] : [],
  );
  const found = pressed ? [...short, ...questionProblems(questions)] : [];
  const refused = save.error instanceof ApiError ? save.error.details : [];
  const wrong = Object.fromEntries([...refused, ...found].map(({ field, message }) => [field, message]));
  const submit = () => {
    setPressed(true);
    if (short.length === 0 && questionProblems(questions).length === 0) save.mutate();
  };
  const change = (place: number, part: Partial<QuestionDraft>) => {
    save.reset();
    setDrafts(drafts.map((each, at) => (at === place ? { ...each, ...part } : each)));
  };
  return (
    <View className="group panel">
      <View className="panel__title">{words.questions}</View>
      <View className="formrow__sub">{words.questionsSub}</View>
      {drafts.length === 0 && <View className="dim">{words.noQuestions}</View>}
      {drafts.map((draft, place) => (
        <OneQuestion
          key={draft.id}
          drafts={drafts}
          place={place}
          wrong={wrong}
          onChange={(part) => change(place, part)}
          onDrop={() => setDrafts(drafts.filter((_, at) => at !== place))}
        />
      ))}
      {drafts.length < MOST && (
        <Act icon="plus" className="panel__act" onTap={() => setDrafts([...drafts, newDraft(drafts)])}>
          {words.addQuestion}
        </Act>
      )}
      {save.error && refused.length === 0 && <Notice kind="bad">{save.error.message}</Notice>}
      <Button kind="ink" busy={save.isPending} className="setup__save" onTap={submit}>
        {words.saveQuestions}
      </Button>
    </View>
  );
}
