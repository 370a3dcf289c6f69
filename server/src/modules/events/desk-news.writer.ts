import { Injectable } from '@nestjs/common';
import type { MessageKind } from '@openday/shared/messages';
import { type EntityManager, In } from 'typeorm';
import { Account } from '../accounts/account.entity';
import { OutboxWriter } from '../notifications/outbox.writer';
import { Organizer } from '../organizers/organizer.entity';

type About = { id: string; organizerId: string };

/** 备案 told to the desks: to those above who decide, and back to the unit. */
@Injectable()
export class DeskNewsWriter {
  constructor(private readonly outbox: OutboxWriter) {}

  /** To everybody at the desks of the units above the event's. */
  async above(manager: EntityManager, event: About, now: Date): Promise<void> {
    const { path } = await manager.findOneByOrFail(Organizer, { id: event.organizerId });
    await this.tell(manager, path.split('/').filter(Boolean).slice(0, -1), 'eventSubmitted', event, now);
  }

  /** To everybody at the event's own desk. */
  async own(manager: EntityManager, kind: MessageKind, event: About, now: Date, reason?: string): Promise<void> {
    await this.tell(manager, [event.organizerId], kind, event, now, reason);
  }

  private async tell(
    manager: EntityManager,
    organizerIds: string[],
    kind: MessageKind,
    { id: subjectId }: About,
    now: Date,
    reason?: string,
  ): Promise<void> {
    const desks = await manager.findBy(Account, {
      organizerId: In(organizerIds),
      role: In(['organizer', 'district']),
    });
    // The outbox keeps the first hundred characters; the event has them all.
    const note = reason ? [...reason].slice(0, 100).join('') : null;
    await this.outbox.append(
      manager,
      desks.map(({ id: accountId }) => ({ kind, accountId, subjectId, note })),
      now,
    );
  }
}
