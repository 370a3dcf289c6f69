import type { DeskEventQuery } from '@openday/shared/desk-events';
import type { ErrorCode } from '@openday/shared/errors';
import type { EventState } from '@openday/shared/events';
import { EVENT_STATES } from '@openday/shared/events';
import { type EntityManager, In, type SelectQueryBuilder } from 'typeorm';
import type { Caller } from '../../http/access';
import { AppError } from '../../http/app-error';
import { Organizer } from '../organizers/organizer.entity';
import { inScope } from '../organizers/scope.queries';
import { Programme } from '../programmes/programme.entity';
import { Event } from './event.entity';
import { type Act, after, type By, relation, type Standing } from './event-state.rules';
import { EventSession } from './session.entity';

/** Of an event `e`: a change to one of its public sessions waits. */
const ASKED = 'EXISTS (SELECT 1 FROM event_sessions asked WHERE asked.eventId = e.id AND asked.asked IS NOT NULL)';
/** In this state; what waits for 备案 once more is among what was handed in. */
const STANDS = `(e.state = :state OR (:state = 'submitted' AND ${ASKED}))`;

/** The events `e` of the caller's units in whatever state they are, narrowed as their page narrows them. */
export function deskEvents(
  manager: EntityManager,
  caller: Caller,
  { state, organizer, q }: Pick<DeskEventQuery, 'state' | 'organizer' | 'q'> = {},
): SelectQueryBuilder<Event> {
  const found = inScope(manager.createQueryBuilder(Event, 'e'), 'e', caller).where('1 = 1');
  if (state) found.andWhere(STANDS, { state });
  if (organizer) found.andWhere('scope.path LIKE :within', { within: `%/${organizer}/%` });
  if (q) found.andWhere('e.theme LIKE :q', { q: `%${q.replace(/[\\%_]/g, '')}%` });
  return found;
}

/** How many events wait for a unit above, which the caller is. */
export function eventsToApprove(manager: EntityManager, caller: Caller): Promise<number> {
  return inScope(manager.createQueryBuilder(Event, 'e'), 'e', caller)
    .innerJoin(Programme, 'p', 'p.id = e.programmeId AND p.approves = :yes', { yes: true })
    .andWhere(`(e.state = 'submitted' OR ${ASKED}) AND scope.path <> :own`, { own: caller.path ?? '!' })
    .getCount();
}

/** Drafts of the caller's units that wait to be mended; the district is who sends back. */
export async function eventsSentBack(manager: EntityManager, caller: Caller): Promise<number> {
  if (caller.role === 'district') return 0;
  return inScope(manager.createQueryBuilder(Event, 'e'), 'e', caller)
    .andWhere("e.state = 'draft' AND e.sentBack IS NOT NULL")
    .getCount();
}

/** Where each event stands, and what the caller is to its unit. */
export async function standings(
  manager: EntityManager,
  caller: Caller,
  events: Event[],
): Promise<Map<string, { standing: Standing; by: By; organizer: Organizer; programme: Programme | null }>> {
  if (!events.length) return new Map();
  const ids = (of: (event: Event) => string | null) => In([...new Set(events.map(of).filter((id) => id !== null))]);
  const [organizers, programmes, sessions] = [
    await manager.findBy(Organizer, { id: ids((event) => event.organizerId) }),
    await manager.findBy(Programme, { id: ids((event) => event.programmeId) }),
    await manager.find(EventSession, { select: { id: true, eventId: true }, where: { eventId: ids(({ id }) => id) } }),
  ];
  const dated = new Set(sessions.map(({ eventId }) => eventId));
  return new Map(
    events.map((event) => {
      const organizer = organizers.find(({ id }) => id === event.organizerId)!;
      const programme = programmes.find(({ id }) => id === event.programmeId) ?? null;
      const standing = {
        state: event.state,
        dated: dated.has(event.id),
        ready: dated.has(event.id) || event.windowText !== null,
        // Nobody stands above the root to approve its own.
        needsApproval: Boolean(programme?.approves) && organizer.parentId !== null,
      };
      return [event.id, { standing, by: relation(caller.path ?? '!', organizer.path), organizer, programme }];
    }),
  );
}

/** The state the act leads to. Throws why the caller may not do it now. */
export async function checkAct(manager: EntityManager, caller: Caller, event: Event, act: Act): Promise<EventState> {
  const { standing, by } = (await standings(manager, caller, [event])).get(event.id)!;
  // A plan's row that became another is published over again.
  if (act === 'publish' && event.state === 'published') return 'published';
  const next = after(act, standing, by);
  if (!isState(next)) throw new AppError(next);
  return next;
}

const isState = (next: EventState | ErrorCode): next is EventState =>
  (EVENT_STATES as readonly string[]).includes(next);
