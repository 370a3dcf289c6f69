import { Injectable } from '@nestjs/common';
import type { MessageKind } from '@openday/shared/messages';
import { type EntityManager, In, IsNull, MoreThan, Not } from 'typeorm';
import { Ids } from '../../database/ids';
import { Event } from '../events/event.entity';
import { EventSession } from '../events/session.entity';
import { OutboxWriter } from '../notifications/outbox.writer';
import { lockSessions } from './locked-session.queries';
import { Registration } from './registration.entity';
import { Restriction } from './restriction.entity';
import { SeatsWriter } from './seats.writer';

/** Holds people back for a while after repeated no-shows, and lets them go; they are told of both. */
@Injectable()
export class RestrictionWriter {
  constructor(
    private readonly ids: Ids,
    private readonly seats: SeatsWriter,
    private readonly outbox: OutboxWriter,
  ) {}

  async impose(
    manager: EntityManager,
    made: Pick<Restriction, 'programmeId' | 'organizerId' | 'subject' | 'missed' | 'until'>,
    now: Date,
  ): Promise<void> {
    const restriction = {
      id: this.ids.next(),
      ...made,
      from: now,
      clearedAt: null,
      clearedBy: null,
      clearReason: null,
    };
    await manager.insert(Restriction, restriction);
    await this.tell(manager, 'restricted', restriction, now);
  }

  /** Who waits because of it waits no longer, and gets a seat if one is free. `by` null: the clock or the door did. */
  async clear(
    manager: EntityManager,
    restriction: Restriction,
    { by, reason }: { by: string | null; reason: string },
    now: Date,
  ): Promise<void> {
    const { id, programmeId, subject } = restriction;
    const columns = { clearedAt: now, clearedBy: by, clearReason: reason };
    const cleared = await manager.update(Restriction, { id, clearedAt: IsNull() }, columns);
    if (cleared.affected !== 1) return;
    await this.tell(manager, 'restrictionCleared', restriction, now);
    const other = { programmeId, subject, clearedAt: IsNull(), until: MoreThan(now) };
    if (await manager.existsBy(Restriction, other)) return;
    const held = { subject, status: 'waitlisted', heldBackUntil: Not(IsNull()) } as const;
    const sessions = await this.sessionsOf(manager, programmeId, await manager.findBy(Registration, held));
    await lockSessions(manager, sessions);
    for (const sessionId of sessions) {
      await manager.update(Registration, { ...held, sessionId }, { heldBackUntil: null });
      await this.seats.settle(manager, sessionId, now);
    }
  }

  private async sessionsOf(manager: EntityManager, programmeId: string, held: Registration[]): Promise<string[]> {
    const sessions = await manager.findBy(EventSession, { id: In(held.map(({ sessionId }) => sessionId)) });
    const events = await manager.findBy(Event, { id: In(sessions.map(({ eventId }) => eventId)), programmeId });
    const own = new Set(events.map(({ id }) => id));
    return sessions.flatMap(({ id, eventId }) => (own.has(eventId) ? [id] : []));
  }

  private async tell(manager: EntityManager, kind: MessageKind, { id, missed }: Restriction, now: Date): Promise<void> {
    const registrations = await manager.findBy(Registration, { id: In(missed) });
    const accounts = [...new Set(registrations.map(({ accountId }) => accountId))];
    await this.outbox.append(
      manager,
      accounts.map((accountId) => ({ kind, accountId, subjectId: id })),
      now,
    );
  }
}
