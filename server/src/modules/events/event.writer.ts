import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { questionProblems } from '@openday/shared/answers';
import type { EventImage, NewEvent, ShownImage } from '@openday/shared/events';
import type { NewSession } from '@openday/shared/sessions';
import { type EntityManager, In, IsNull } from 'typeorm';
import { Ids } from '../../database/ids';
import type { Caller } from '../../http/access';
import { AppError } from '../../http/app-error';
import { tellShown } from '../changes/changes.writer';
import { Image } from '../images/image.entity';
import { showImages } from '../images/images.writer';
import { OutboxWriter, type Told } from '../notifications/outbox.writer';
import { SiteNewsWriter } from '../notifications/site-news.writer';
import type { Organizer } from '../organizers/organizer.entity';
import { OrganizerFollow } from '../organizers/organizer-follow.entity';
import { organizerInScope } from '../organizers/scope.queries';
import { Vault } from '../privacy/vault.service';
import { Programme } from '../programmes/programme.entity';
import { venueInReach } from '../venues/venue.queries';
import { VenueWriter } from '../venues/venue.writer';
import { Event } from './event.entity';
import { Follow } from './follow.entity';
import { EventSession } from './session.entity';
import { sessionProblems } from './session.rules';
import { roomProblems, seatsOf } from './setup.rules';
import { SetupWriter, setupColumns } from './setup.writer';
import { windowColumns } from './window.rules';

/** Makes and publishes events inside the caller's transaction; used by the events routes and by plan import. */
@Injectable()
export class EventWriter {
  constructor(
    private readonly ids: Ids,
    private readonly venues: VenueWriter,
    private readonly vault: Vault,
    private readonly outbox: OutboxWriter,
    private readonly setups: SetupWriter,
    private readonly news: SiteNewsWriter,
  ) {}

  /** A draft with its sessions and quotas. Throws BAD_REQUEST with what contradicts, NOT_FOUND out of scope. */
  async create(manager: EntityManager, caller: Caller, body: NewEvent, now: Date): Promise<Event> {
    const problems = [
      ...questionProblems(body.questions ?? []),
      ...(body.sessions ?? []).flatMap((session, i) => sessionProblems(session, `sessions.${i}`)),
    ];
    if (problems.length) throw new AppError('BAD_REQUEST', problems);
    const organizer = await organizerInScope(manager, body.organizerId ?? caller.organizerId, caller);
    await checkProgramme(manager, organizer, body.programmeId);
    const id = this.ids.next();
    const event = manager.create(Event, {
      id,
      organizerId: organizer.id,
      state: 'draft',
      ...eventColumns(body),
      contactName: body.contact?.name ?? organizer.contactName,
      contactPhone: body.contact?.phone ?? organizer.contactPhone,
      questions: body.questions?.length ? body.questions : null,
      images: body.images?.length ? await this.images(manager, organizer, id, body.images) : [],
      submittedAt: null,
      approvedAt: null,
      sentBack: null,
      followers: 0,
      createdAt: now,
      updatedAt: now,
    });
    await manager.insert(Event, event);
    for (const [i, session] of (body.sessions ?? []).entries())
      await this.addSession(manager, caller, event, session, now, `sessions.${i}`);
    return event;
  }

  /** What the event shows from now on, with sizes; of the store of its unit and those above. Throws IMAGE_UNKNOWN. */
  async images(
    manager: EntityManager,
    organizer: Organizer,
    eventId: string,
    images: EventImage[],
  ): Promise<ShownImage[]> {
    const above = organizer.path.split('/').filter(Boolean);
    const known = await manager.findBy(Image, { sha: In(images.map(({ sha }) => sha)), organizerId: In(above) });
    const shown = images.map(({ sha, alt }) => {
      const image = known.find((each) => each.sha === sha);
      if (!image) throw new AppError('IMAGE_UNKNOWN');
      return { sha, alt, width: image.width, height: image.height };
    });
    const shas = shown.map(({ sha }) => sha);
    await showImages(manager, eventId, shas);
    return shown;
  }

  /**
   * A session of an event, not public until the event is published. Returns its id. Throws BAD_REQUEST under `at` where
   * it has more seats than the room, NOT_FOUND for a venue out of the caller's reach.
   */
  async addSession(
    manager: EntityManager,
    caller: Caller,
    event: Event,
    body: NewSession,
    now: Date,
    at = 'session',
  ): Promise<string> {
    const venue = body.venueId
      ? await venueInReach(manager, caller, body.venueId)
      : await this.venues.findOrCreate(manager, event.organizerId, body.venue!);
    const tooMany = roomProblems(seatsOf(body), venue.capacity, `${at}.quotas`);
    if (tooMany.length) throw new AppError('BAD_REQUEST', tooMany);
    const id = this.ids.next();
    await manager.insert(EventSession, {
      id,
      eventId: event.id,
      organizerId: event.organizerId,
      venueId: venue.id,
      startsAt: new Date(body.startsAt),
      endsAt: new Date(body.endsAt),
      ...setupColumns(body, new Date(body.startsAt)),
      publishedAt: null,
      cancelledAt: null,
      cancelReason: null,
      waiting: 0,
      waitNumber: 0,
      ticketNumber: 0,
      doorKey: this.vault.seal(randomBytes(32)),
      createdAt: now,
    });
    await this.setups.write(manager, id, body);
    return id;
  }

  /**
   * Makes an event public: with sessions it is published and its followers are told the date, with only a window it
   * is announced. Who follows its unit is told when it first can be seen. Throws NOT_PUBLISHABLE without either.
   */
  async publish(manager: EntityManager, event: Event, now: Date): Promise<void> {
    const fresh = await manager.find(EventSession, {
      select: { id: true },
      where: { eventId: event.id, publishedAt: IsNull() },
    });
    const dated = fresh.length > 0 || (await manager.existsBy(EventSession, { eventId: event.id }));
    if (!dated && event.windowText === null) throw new AppError('NOT_PUBLISHABLE');
    await this.outbox.append(manager, await this.toldOf(manager, event, dated), now);
    event.state = dated ? 'published' : 'announced';
    await manager.update(Event, { id: event.id }, { state: event.state, updatedAt: now });
    await manager
      .createQueryBuilder()
      .update(EventSession)
      .set({ publishedAt: now })
      .where('eventId = :id AND publishedAt IS NULL', { id: event.id })
      .execute();
    await this.news.append(
      manager,
      'session.published',
      fresh.map(({ id }) => id),
      now,
    );
    await tellShown(manager, { events: [event.id] });
  }

  /** Who is told that an event becomes public, or gets its date. */
  private async toldOf(manager: EntityManager, event: Event, dated: boolean): Promise<Told[]> {
    if (event.state === 'announced') {
      const followers = dated ? await manager.findBy(Follow, { eventId: event.id }) : [];
      return followers.map(({ accountId }) => ({ kind: 'dateSet', accountId, subjectId: event.id }));
    }
    if (event.state === 'published') return [];
    const followers = await manager.findBy(OrganizerFollow, { organizerId: event.organizerId });
    return followers.map(({ accountId }) => ({ kind: 'newEvent', accountId, subjectId: event.id }));
  }
}

/** A unit may join its own programme or one held above it; any other looks like none at all. */
export async function checkProgramme(
  manager: EntityManager,
  organizer: Organizer,
  programmeId: string | null | undefined,
): Promise<void> {
  if (!programmeId) return;
  const programme = await manager.findOneBy(Programme, { id: programmeId });
  if (!programme || !organizer.path.includes(`/${programme.organizerId}/`)) throw new AppError('NOT_FOUND');
}

/** What is said of an event, as its columns. */
export const eventColumns = (body: NewEvent) => ({
  programmeId: body.programmeId ?? null,
  theme: body.theme,
  content: body.content ?? '',
  forms: body.forms ?? [],
  topic: body.topic ?? null,
  audience: body.audience ?? '',
  plannedMin: body.headcount?.min ?? null,
  plannedMax: body.headcount?.max ?? null,
  plannedText: body.headcount ? (body.headcount.text ?? '') : null,
  plannedApproximate: body.headcount?.approximate ?? false,
  ...windowColumns(body.window),
});
