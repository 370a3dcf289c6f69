import { dayOf, dayText } from '@openday/shared/dates';
import type { DeskSuggestionCard } from '@openday/shared/suggestions';
import { View } from '@tarojs/components';
import { Icon } from '@/components/Icon';
import { Tag } from '@/components/Tag';
import { Tap } from '@/components/Tap';
import { dateOnly } from '@/features/suggestions/day-words';
import { serverNow } from '@/lib/clock';
import { deskSuggestions as words } from '@/lib/text/desk-suggestions';

/** One in the list: what was said, to whom, until when. */
export function SuggestionRow({ card, onOpen }: { card: DeskSuggestionCard; onOpen: () => void }) {
  const { kind, text, organizer, createdAt, event, sentBack, source } = card;
  const facts = [
    words.kind[kind],
    ...(source === 'online' ? [] : [words.source[source]]),
    organizer.name,
    words.asked(dateOnly(createdAt, serverNow())),
  ];
  return (
    <Tap role="link" className="sug" onTap={onOpen}>
      <View className="grow">
        <View className="sug__text">{text || words.textGone}</View>
        <View className="sug__by">{facts.join(' · ')}</View>
        {event && <View className="sug__by">{event.theme}</View>}
        <View className="sug__tags">
          <Standing card={card} />
          {sentBack > 0 && card.state !== 'rated' && <Tag kind="warn">{words.sentBack(sentBack)}</Tag>}
          {card.stage !== 'done' && <View className="sug__next">{words.next[card.stage]}</View>}
        </View>
      </View>
      <Icon name="right" className="cell__go" />
    </Tap>
  );
}

function Standing({ card: { stage, overdue, dueAt, verdict, verdictBy, state } }: { card: DeskSuggestionCard }) {
  const now = serverNow();
  if (stage === 'done')
    return (
      <Tag kind={verdict === 'solved' ? 'ok' : 'warn'}>
        {(verdictBy === 'phone' ? words.phoneVerdict : words.verdict)[verdict ?? 'partly']}
      </Tag>
    );
  if (stage === 'waiting') {
    return (
      <Tag kind={state === 'resolved' ? 'accent' : undefined}>
        {state === 'resolved' ? words.declaredTag : words.unrated}
      </Tag>
    );
  }
  if (overdue) return <Tag kind="bad">{words.overdue(dayText(dueAt, now))}</Tag>;
  if (dayOf(dueAt) === dayOf(now)) return <Tag kind="bad">{words.dueToday}</Tag>;
  return <Tag>{words.due(dayText(dueAt, now))}</Tag>;
}
