import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { Event } from '../events/event.entity';
import { EventSession } from '../events/session.entity';
import { Vault } from '../privacy/vault.service';
import { Programme } from '../programmes/programme.entity';
import { Registration } from './registration.entity';
import type { Restriction } from './restriction.entity';
import type { RestrictionRow } from './restriction.presenter';

/** Restrictions with whom and what they are about, many at the price of one. */
@Injectable()
export class RestrictionReader {
  constructor(private readonly vault: Vault) {}

  async rows(manager: EntityManager, restrictions: Restriction[]): Promise<RestrictionRow[]> {
    if (!restrictions.length) return [];
    const missed = await manager.findBy(Registration, { id: In(restrictions.flatMap((r) => r.missed)) });
    const sessions = await manager.findBy(EventSession, { id: In(missed.map((r) => r.sessionId)) });
    const events = await manager.findBy(Event, { id: In(sessions.map((s) => s.eventId)) });
    const programmes = await manager.findBy(Programme, { id: In(restrictions.map((r) => r.programmeId)) });
    return restrictions.map((restriction) => {
      const own = missed.filter(({ id }) => restriction.missed.includes(id));
      // As they called themselves in this programme: what they are called at other units is no business of this one.
      const person = own.find(({ subject }) => subject === restriction.subject);
      return {
        restriction,
        programme: programmes.find(({ id }) => id === restriction.programmeId),
        name: person ? this.vault.open(person.name) : '',
        phoneLast4: person?.phoneLast4 ?? null,
        missed: own
          .flatMap(({ sessionId }) => {
            const session = sessions.find(({ id }) => id === sessionId);
            const event = events.find(({ id }) => id === session?.eventId);
            return session && event ? [{ theme: event.theme, startsAt: session.startsAt }] : [];
          })
          .sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime()),
      };
    });
  }
}
