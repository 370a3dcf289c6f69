import { daysLeftText, dayText, rangeText } from '@openday/shared/dates';
import type { Registration } from '@openday/shared/registrations';
import { Text, View } from '@tarojs/components';
import { Act } from '@/components/Act';
import { Button } from '@/components/Button';
import { Phrase } from '@/components/Phrase';
import { Tag } from '@/components/Tag';
import { Tap } from '@/components/Tap';
import { ChangedNotice } from '@/features/registrations/ChangedNotice';
import { OfferActs } from '@/features/registrations/OfferActs';
import { standing } from '@/features/registrations/standing';
import { useRated } from '@/features/registrations/useRated';
import { serverNow } from '@/lib/clock';
import { open, routes } from '@/lib/routes';
import { everyone } from '@/lib/text/everyone';
import { registering } from '@/lib/text/registering';
import { standingWords } from '@/lib/text/standing';
import { showWay } from '@/lib/way';
import '@/features/sessions/sessions.scss';

const { mine: words } = registering;

interface CardProps {
  registration: Registration;
  onCancel: () => void;
}

export interface ComingCardProps extends CardProps {
  /** The next one to go to: its button is the filled one. */
  first: boolean;
  onParty: () => void;
}

export function ComingCard({ registration, first, onParty, onCancel }: ComingCardProps) {
  const { id, session, onBehalfOf } = registration;
  return (
    <View className="ev">
      <Looked registration={registration} />
      <Button kind={first ? 'primary' : 'soft'} onTap={() => open(routes.ticket(id))}>
        {words.show}
      </Button>
      <View className="ev__acts">
        {onBehalfOf ? (
          <Act onTap={() => open(routes.slip(id))}>{words.slip}</Act>
        ) : (
          <Act onTap={() => void showWay(session.venue)}>{words.way}</Act>
        )}
        <Act onTap={onParty}>{words.party}</Act>
        <Act onTap={onCancel}>{words.leave}</Act>
      </View>
    </View>
  );
}

/** 轮到了: until when, and the two buttons. */
export function OfferedCard({ registration }: { registration: Registration }) {
  const { line, sub } = standing(registration, serverNow());
  return (
    <View className="ev">
      <Looked registration={registration} />
      <View className="ev__state warn strong">{line}</View>
      {sub && (
        <View className="ev__when dim">
          <Phrase>{sub}</Phrase>
        </View>
      )}
      <OfferActs registration={registration} />
    </View>
  );
}

/** Waiting for the unit, for the draw, or for a seat. */
export function WaitingCard({ registration, onCancel }: CardProps) {
  const { id, seats } = registration;
  const { line, sub } = standing(registration, serverNow());
  return (
    <Tap role="link" className="ev" onTap={() => open(routes.ticket(id))}>
      <Head registration={registration} aside={everyone.people(seats)} />
      <View className="ev__foot">
        <View className="grow strong">
          <Phrase>{line}</Phrase>
        </View>
        <Act end onTap={onCancel}>
          {words.stop}
        </Act>
      </View>
      {sub && (
        <View className="ev__when dim">
          <Phrase>{sub}</Phrase>
        </View>
      )}
    </Tap>
  );
}

export function PastCard({ registration }: { registration: Registration }) {
  const { session } = registration;
  const reason = registration.endReason ?? session.cancelReason;
  const why = reason && standingWords.reason(reason);
  const rated = useRated(registration.id);
  return (
    <Tap role="link" className="ev" onTap={() => open(routes.event(session.eventId, session.id))}>
      <View className="ev__title">
        <Phrase>{session.theme}</Phrase>
      </View>
      <View className="ev__foot ev__foot--past">
        <View className="grow dim">{[dayText(session.startsAt, serverNow()), outcome(registration)].join('，')}</View>
        {registration.status === 'confirmed' && !session.cancelled && (
          <Act pill="edge" end onTap={() => open(routes.rate(session.id))}>
            {rated ? words.rated : words.rate}
          </Act>
        )}
      </View>
      {why && (
        <View className="ev__when">
          <Phrase>{why}</Phrase>
        </View>
      )}
    </Tap>
  );
}

/** What became of a registration once its session is over or it has lapsed. */
function outcome(registration: Registration): string {
  if (registration.session.cancelled) return standingWords.sessionCancelled;
  if (registration.status === 'confirmed') return standingWords.ended;
  const open = registration.status === 'waitlisted' || registration.status === 'applied';
  return open ? standingWords.notReached : standing(registration, serverNow()).line;
}

/** What, when and where: the way to the activity's page; and below it what has changed. */
function Looked({ registration }: { registration: Registration }) {
  const { eventId, id } = registration.session;
  return (
    <>
      <Tap role="link" onTap={() => open(routes.event(eventId, id))}>
        <Title registration={registration} />
        <Where registration={registration} />
      </Tap>
      <ChangedNotice className="ev__change" registration={registration} />
    </>
  );
}

function Where({ registration }: { registration: Registration }) {
  return (
    <View className="ev__where">
      <Text>{registration.session.venue.name}</Text>
      <Text className="ev__far">{everyone.people(registration.seats)}</Text>
    </View>
  );
}

function Head({ registration, aside }: { registration: Registration; aside: string }) {
  return (
    <>
      <Title registration={registration} aside={aside} />
      <ChangedNotice className="ev__change" registration={registration} />
    </>
  );
}

function Title({ registration, aside }: { registration: Registration; aside?: string }) {
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
