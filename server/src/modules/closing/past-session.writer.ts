import { Injectable } from '@nestjs/common';
import type { PastSession } from '@openday/shared/closing';
import type { NewEvent } from '@openday/shared/events';
import type { NewVenue } from '@openday/shared/places';
import { type EntityManager, In } from 'typeorm';
import type { Caller } from '../../http/access';
import { AppError } from '../../http/app-error';
import { tellShown } from '../changes/changes.writer';
import { Event } from '../events/event.entity';
import { EventWriter } from '../events/event.writer';
import { EventSession } from '../events/session.entity';
import { Organizer } from '../organizers/organizer.entity';
import { lockOrganizer, organizerInScope } from '../organizers/scope.queries';
import { PaperBatchWriter } from '../questionnaires/paper-batch.writer';
import { Venue } from '../venues/venue.entity';
import { ClosingWriter } from './closing.writer';

const PAPER_PLACE = '现场';

/** 补录: a session held before the system was there, with all that is known of it, in one transaction. */
@Injectable()
export class PastSessionWriter {
  constructor(
    private readonly events: EventWriter,
    private readonly closings: ClosingWriter,
    private readonly batches: PaperBatchWriter,
  ) {}

  /** Its session. Throws NOT_PAST, ALREADY_RECORDED, TALLIES_OFF, WORDING_PERSONAL, NOT_FOUND out of scope. */
  async record(manager: EntityManager, caller: Caller, body: PastSession, now: Date): Promise<EventSession> {
    if (new Date(body.endsAt) > now) throw new AppError('NOT_PAST');
    const organizer = await organizerInScope(manager, body.organizerId ?? caller.organizerId, caller);
    await lockOrganizer(manager, organizer.id);
    if (await this.isThere(manager, organizer.id, body)) throw new AppError('ALREADY_RECORDED');
    const { startsAt, endsAt, venueId } = body;
    const venue = venueId ? { venueId } : { venue: await this.place(manager, organizer, body.place) };
    const event = await this.events.create(
      manager,
      caller,
      { ...eventOf(body, organizer.id), sessions: [{ ...venue, startsAt, endsAt, mode: 'none' }] },
      now,
    );
    // Public among what is over; nobody is told of something new.
    await manager.update(Event, { id: event.id }, { state: 'closed' });
    await manager.update(EventSession, { eventId: event.id }, { publishedAt: now });
    const session = await manager.findOneByOrFail(EventSession, { eventId: event.id });
    const { questionnaires } = body;
    const about = { eventId: event.id, organizerId: organizer.id, sessionId: session.id };
    if (questionnaires) await this.batches.write(manager, about, { place: PAPER_PLACE, ...questionnaires }, now);
    const report = await this.closings.open(manager, session, now);
    Object.assign(report, {
      recordedAfter: true,
      suggestions: body.suggestions ?? null,
      resolved: body.resolved ?? null,
    });
    const { actual, source, explanations = null, line = '' } = body;
    await this.closings.change(manager, report, { actual, source, explanations, line }, now);
    await tellShown(manager, { events: [event.id] });
    return session;
  }

  private async isThere(manager: EntityManager, organizerId: string, { theme, startsAt }: PastSession) {
    const same = await manager.findBy(EventSession, { organizerId, startsAt: new Date(startsAt) });
    return manager.existsBy(Event, { id: In(same.map(({ eventId }) => eventId)), theme });
  }

  /** By name; what is new stands where its unit, or the nearest one above it, does. */
  private async place(manager: EntityManager, { id, path }: Organizer, name: string | undefined): Promise<NewVenue> {
    if (!name) throw new AppError('BAD_REQUEST', [{ field: 'place', message: '请填在哪儿办的' }]);
    const known = await manager.findOneBy(Venue, { organizerId: id, name });
    if (known) return { name, lng: known.lng, lat: known.lat };
    const line = await manager.find(Organizer, {
      where: { id: In(path.split('/').filter(Boolean)) },
      order: { path: 'DESC' },
    });
    const point = line.find(({ lng, lat }) => lng !== null && lat !== null);
    if (point?.lng == null || point.lat == null)
      throw new AppError('BAD_REQUEST', [{ field: 'venueId', message: '单位还没有位置，请选一个已有的场地' }]);
    return { name, lng: point.lng, lat: point.lat };
  }
}

const eventOf = ({ theme, forms, programmeId, planned }: PastSession, organizerId: string): NewEvent => ({
  theme,
  organizerId,
  ...(forms && { forms }),
  ...(programmeId && { programmeId }),
  ...(planned !== undefined && { headcount: { min: planned, max: planned, text: `${planned}人` } }),
});
