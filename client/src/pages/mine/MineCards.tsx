import { daysLeftText, dayText, rangeText } from '@openday/shared/dates';
import type { Registration, RegistrationStatus } from '@openday/shared/registrations';
import { Text, View } from '@tarojs/components';
import { Act } from '@/components/Act';
import { Button } from '@/components/Button';
import { Phrase } from '@/components/Phrase';
import { Tag } from '@/components/Tag';
import { Tap } from '@/components/Tap';
import { serverNow } from '@/lib/clock';
import { open, routes } from '@/lib/routes';
import { sayFailure } from '@/lib/say';
import { everyone } from '@/lib/text/everyone';
import { registering } from '@/lib/text/registering';
import { resident } from '@/lib/text/resident';
import { openDirections } from '@/platform/directions';
import '@/features/sessions/sessions.scss';

const { mine: words, ticket: ticketWords } = registering;

export interface ComingCardProps {
  registration: Registration;
  /** The next one to go to: its button is the filled one. */
  first: boolean;
  onParty: () => void;
  onCancel: () => void;
}

export function ComingCard({ registration, first, onParty, onCancel }: ComingCardProps) {
  const { id, seats, session, status } = registration;
  return (
    <View className="ev">
      <Head registration={registration} />
      <View className="ev__where">
        <Text>{session.venue.name}</Text>
        <Text className="ev__far">{everyone.people(seats)}</Text>
      </View>
      <Button kind={first ? 'primary' : 'soft'} onTap={() => open(routes.ticket(id))}>
        {status === 'confirmed' ? words.show : resident.act.look}
      </Button>
      <View className="ev__acts">
        <Act onTap={() => void openDirections(session.venue).catch(sayFailure)}>{ticketWords.way}</Act>
        <Act onTap={onParty}>{ticketWords.party}</Act>
        <Act onTap={onCancel}>{ticketWords.leave}</Act>
      </View>
    </View>
  );
}

export function WaitingCard({ registration, onCancel }: { registration: Registration; onCancel: () => void }) {
  const { id, seats, position } = registration;
  return (
    <Tap role="link" className="ev" onTap={() => open(routes.ticket(id))}>
      <Head registration={registration} aside={everyone.people(seats)} />
      <View className="ev__foot">
        <Text className="strong">{ticketWords.waiting(position)}</Text>
        <Act end onTap={onCancel}>
          {words.stop}
        </Act>
      </View>
    </Tap>
  );
}

/** What became of a registration once its session is over or it has lapsed. */
const OUTCOMES: Record<RegistrationStatus, string> = {
  confirmed: words.ended,
  offered: words.expired,
  applied: words.declined,
  waitlisted: words.notReached,
  declined: words.declined,
  cancelled: words.cancelled,
  expired: words.expired,
};

export function PastCard({ registration }: { registration: Registration }) {
  const { session, status } = registration;
  const outcome = session.cancelled ? resident.card.cancelled : OUTCOMES[status];
  return (
    <Tap role="link" className="ev" onTap={() => open(routes.event(session.eventId, session.id))}>
      <View className="ev__title">
        <Phrase>{session.theme}</Phrase>
      </View>
      <View className="ev__when dim">{[dayText(session.startsAt, serverNow()), outcome].join('，')}</View>
    </Tap>
  );
}

function Head({ registration, aside }: { registration: Registration; aside?: string }) {
  const { session, onBehalfOf, name } = registration;
  const now = serverNow();
  const when = [rangeText(session.startsAt, session.endsAt, now), aside ?? daysLeftText(session.startsAt, now)];
  return (
    <>
      <View className="ev__title">
        <Phrase>{session.theme}</Phrase>
      </View>
      <View className="ev__when">
        <Phrase>{when.filter(Boolean).join('，')}</Phrase> {onBehalfOf && <Tag>{words.proxyFor(name)}</Tag>}
      </View>
    </>
  );
}
