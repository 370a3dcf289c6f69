import type { DeskEvent } from '@openday/shared/desk-events';
import type { Organizer } from '../organizers/organizer.entity';
import type { Programme } from '../programmes/programme.entity';
import type { Event } from './event.entity';
import type { By } from './event-state.rules';
import type { EventSession } from './session.entity';

interface Known {
  by: By;
  organizer: Organizer;
  programme: Programme | null;
}

/** `taken`: seats by session. */
export function presentDeskEvent(
  event: Event,
  { by, organizer, programme }: Known,
  sessions: EventSession[],
  taken: Map<string, number>,
  now: Date,
): DeskEvent {
  const standing = sessions.filter(({ cancelledAt }) => !cancelledAt).sort((a, b) => +a.startsAt - +b.startsAt);
  const next = standing.find(({ endsAt }) => endsAt > now) ?? standing.at(-1);
  return {
    id: event.id,
    state: event.state,
    theme: event.theme,
    organizer: { id: organizer.id, name: organizer.name },
    programme: programme && { id: programme.id, title: programme.title },
    sessions: standing.length,
    startsAt: next?.startsAt.toISOString() ?? null,
    window: event.windowText,
    registered: standing.reduce((sum, { id }) => sum + (taken.get(id) ?? 0), 0),
    followers: event.followers,
    mayApprove: by === 'above' && (event.state === 'submitted' || sessions.some(({ asked }) => asked !== null)),
    sentBack: event.sentBack,
    updatedAt: event.updatedAt.toISOString(),
  };
}
