import { rangeText } from '@openday/shared/dates';
import type { Outcome, SessionCard } from '@openday/shared/sessions';
import { Text, View } from '@tarojs/components';
import { Icon } from '@/components/Icon';
import { Phrase } from '@/components/Phrase';
import { Tap } from '@/components/Tap';
import '@/features/sessions/sessions.scss';
import { ToldClosing } from '@/features/sessions/ToldClosing';
import { classes } from '@/lib/classes';
import { serverNow } from '@/lib/clock';
import { open, routes } from '@/lib/routes';
import { past as words } from '@/lib/text/past';
import { resident } from '@/lib/text/resident';
import { plannedWords } from './planned-words';
import './past.scss';

/** One that is over: when, where, by whom, and how many came. */
export function PastCard({ session }: { session: SessionCard }) {
  const { theme, startsAt, endsAt, venue, organizer, outcome } = session;
  return (
    <Tap role="link" className="ev" onTap={() => open(routes.event(session.eventId, session.id))}>
      <View className="ev__title">
        <Phrase>{theme}</Phrase>
      </View>
      <View className="ev__when">
        <Phrase>{rangeText(startsAt, endsAt, serverNow())}</Phrase>
      </View>
      <View className="past__by">
        <Phrase>{venue.name === organizer.name ? venue.name : `${venue.name}，${organizer.name}`}</Phrase>
      </View>
      {outcome?.closing && <ToldClosing closing={outcome.closing} />}
      <View className="ev__foot">
        <View>
          <Came came={outcome?.came ?? null} estimated={outcome?.closing?.estimated ?? false} />
          {outcome?.planned && <Text className="ev__aside">{plannedWords(outcome.planned)}</Text>}
        </View>
        <View className="ev__go">
          {resident.card.go.look}
          <Icon name="right" />
        </View>
      </View>
    </Tap>
  );
}

function Came({ came, estimated }: Pick<Outcome, 'came'> & { estimated: boolean }) {
  const counted = came !== null;
  const text = counted ? (estimated ? words.about(came) : words.came(came)) : words.uncounted;
  return <Text className={classes('strong', !counted && 'dim')}>{text}</Text>;
}
