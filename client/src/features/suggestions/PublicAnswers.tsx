import { dayText } from '@openday/shared/dates';
import type { SessionDetail } from '@openday/shared/sessions';
import type { PublicAnswer } from '@openday/shared/suggestions';
import type { Id } from '@openday/shared/wire';
import { useQuery } from '@tanstack/react-query';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Cell } from '@/components/Cell';
import { Group } from '@/components/Group';
import { Phrase } from '@/components/Phrase';
import { api } from '@/lib/api';
import { serverNow } from '@/lib/clock';
import { answerWords as words } from '@/lib/text/answers';
import './public-answers.scss';

const FIRST = 3;
const STALE_MS = 60_000;

/** What the unit answered for all, and how those who came rated it. Nothing while there is neither. */
export function PublicAnswers({ event, session }: { event: Id; session: SessionDetail | undefined }) {
  const [all, setAll] = useState(false);
  const answers = useQuery({
    queryKey: ['answers', event],
    queryFn: ({ signal }) => api('GET /events/:id/answers', { params: { id: event }, signal }),
    staleTime: STALE_MS,
  });
  const over = session?.phase === 'ended' ? session.id : '';
  const totals = useQuery({
    queryKey: ['response-totals', over],
    queryFn: ({ signal }) => api('GET /sessions/:id/responses/totals', { params: { id: over }, signal }),
    enabled: over !== '',
    staleTime: STALE_MS,
  });
  // A page that cannot say what was answered still says everything else.
  const { received = 0, answered = 0, items = [] } = answers.data ?? {};
  const { answers: n = null, satisfied, clear } = totals.data ?? {};
  const rated = n !== null && satisfied != null && clear != null ? words.totals(n, satisfied, clear) : null;
  if (items.length === 0 && rated === null) return null;
  return (
    <Group>
      <View className="section">
        <View className="section__title">{items.length > 0 ? words.title : rated}</View>
        {items.length > 0 && (
          <View className="cell__sub">
            <Phrase>{[words.counts(received, answered), rated].filter(Boolean).join('。')}</Phrase>
          </View>
        )}
      </View>
      {(all ? items : items.slice(0, FIRST)).map((item) => (
        <One key={item.id} item={item} />
      ))}
      {items.length > FIRST && (
        <Cell className="rule" onTap={() => setAll(!all)}>
          {all ? words.less : words.all(items.length)}
        </Cell>
      )}
    </Group>
  );
}

function One({ item }: { item: PublicAnswer }) {
  return (
    <View className="section rule">
      <View className="strong">
        <Phrase>{item.question}</Phrase>
      </View>
      <View className="answered">{item.answer}</View>
      <View className="cell__sub">{words.by(item.organizer, dayText(item.answeredAt, serverNow()))}</View>
    </View>
  );
}
