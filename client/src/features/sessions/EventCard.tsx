import { rangeText, windowText } from '@openday/shared/dates';
import type { AnnouncedCard } from '@openday/shared/events';
import type { SessionCard } from '@openday/shared/sessions';
import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Icon } from '@/components/Icon';
import { Phrase } from '@/components/Phrase';
import { Tap } from '@/components/Tap';
import { classes } from '@/lib/classes';
import { serverNow } from '@/lib/clock';
import { distanceText, wayTime } from '@/lib/distance';
import { open, routes } from '@/lib/routes';
import { FORM_WORDS } from '@/lib/text/everyone';
import { resident } from '@/lib/text/resident';
import { phaseWords } from './phase-words';
import './sessions.scss';

/** A card whose title takes one line, px before large type: for what stands in its place meanwhile. */
export const CARD_PX = 122;

/** One dated activity. `stored` replaces what may have changed since it was kept. */
export function EventCard({ session, stored }: { session: SessionCard; stored?: string }) {
  const { go } = phaseWords(session, serverNow());
  return (
    <Tap role="link" className="ev" onTap={() => open(routes.event(session.eventId, session.id))}>
      <CardLines
        session={session}
        stored={stored}
        go={
          <View className="ev__go">
            {go}
            <Icon name="right" />
          </View>
        }
      />
    </Tap>
  );
}

export interface CardLinesProps {
  session: SessionCard;
  stored?: string;
  /** How long the way takes is said too. */
  walk?: boolean;
  /** At the foot's right edge. */
  go?: ReactNode;
}

/** What, when, where and how far, is there room: in the order people ask. */
export function CardLines({ session, stored, walk = false, go }: CardLinesProps) {
  const now = serverNow();
  const words = phaseWords(session, now);
  const form = session.forms[0];
  const { distance, venue } = session;
  return (
    <>
      <View className="ev__title">
        <Phrase>{session.theme}</Phrase>
      </View>
      <View className="ev__when">
        <Phrase>{rangeText(session.startsAt, session.endsAt, now)}</Phrase>
      </View>
      <View className="ev__where">
        <View>
          <Phrase>{walk && distance !== null ? `${venue.name}，${wayTime(distance)}` : venue.name}</Phrase>
        </View>
        {distance !== null && <Text className="ev__far">{distanceText(distance)}</Text>}
      </View>
      <View className="ev__foot">
        {stored ? (
          <Text className="dim">{stored}</Text>
        ) : (
          <>
            <View>
              <Text className={classes('strong', !words.strong && 'dim')}>{words.state}</Text>
              {(words.aside ?? form) && <Text className="ev__aside">{words.aside ?? (form && FORM_WORDS[form])}</Text>}
            </View>
            {go}
          </>
        )}
      </View>
    </>
  );
}

/** An activity whose day is not set yet; `act` follows it. */
export function UndatedCard({ event, act }: { event: AnnouncedCard; act: ReactNode }) {
  return (
    <Tap role="link" className="ev" onTap={() => open(routes.event(event.id))}>
      <View className="ev__title">
        <Phrase>{event.theme}</Phrase>
      </View>
      <View className="ev__when">{windowText(event.window, serverNow())}</View>
      <View className="ev__where">{event.organizer.name}</View>
      <View className="ev__foot">
        <Text className="strong dim">{resident.card.notYet}</Text>
        {act}
      </View>
    </Tap>
  );
}
