import { rangeText } from '@openday/shared/dates';
import type { Outcome, SessionCard } from '@openday/shared/sessions';
import { Image, Text, View } from '@tarojs/components';
import { Icon } from '@/components/Icon';
import { Phrase } from '@/components/Phrase';
import { Tap } from '@/components/Tap';
import '@/features/sessions/sessions.scss';
import { classes } from '@/lib/classes';
import { serverNow } from '@/lib/clock';
import { imageUrl } from '@/lib/images';
import { open, routes } from '@/lib/routes';
import { past as words } from '@/lib/text/past';
import { resident } from '@/lib/text/resident';
import { plannedWords } from './planned-words';
import './past.scss';

/** As many as stand beside one another. */
const PHOTOS = 3;

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
      {outcome?.closing && <Told closing={outcome.closing} />}
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

/** 活动总结, as its unit published it. */
function Told({ closing: { told, line, photos } }: { closing: NonNullable<Outcome['closing']> }) {
  return (
    <View className="past__told">
      <View>{told}</View>
      {line && <View>{line}</View>}
      {photos.length > 0 && (
        <View className="past__photos">
          {photos.slice(0, PHOTOS).map((sha, i) => (
            <Image
              key={sha}
              className="past__photo"
              mode="aspectFill"
              lazyLoad
              src={imageUrl(sha)}
              aria-label={words.photo(i + 1)}
            />
          ))}
        </View>
      )}
    </View>
  );
}

function Came({ came, estimated }: Pick<Outcome, 'came'> & { estimated: boolean }) {
  const counted = came !== null;
  const text = counted ? (estimated ? words.about(came) : words.came(came)) : words.uncounted;
  return <Text className={classes('strong', !counted && 'dim')}>{text}</Text>;
}
