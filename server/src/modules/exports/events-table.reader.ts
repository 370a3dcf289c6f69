import { Injectable } from '@nestjs/common';
import type { NewExport } from '@openday/shared/exports';
import { In } from 'typeorm';
import { Database } from '../../database/database';
import type { Caller } from '../../http/access';
import type { Event } from '../events/event.entity';
import { deskEvents } from '../events/event-standing.queries';
import { EventSession } from '../events/session.entity';
import { unitNames } from '../organizers/scope.queries';
import { Programme } from '../programmes/programme.entity';
import { Quota } from '../quotas/quota.entity';
import { Venue } from '../venues/venue.entity';
import { PLAN_COLUMNS, placeWords, presentPlanned } from './session-table.presenter';
import { type Cell, type Column, inPieces, numbered, type Table } from './table.rules';
import { EVENT_STATE_WORDS, KIND_NAMES, sheetTime } from './words.rules';

const PIECE = 200;

const COLUMNS: Column[] = [
  ...PLAN_COLUMNS,
  { title: '计划', width: 24 },
  { title: '场次', width: 8 },
  { title: '报名', width: 8 },
  { title: '关注', width: 8 },
  { title: '状态', width: 14 },
  { title: '备案退回的原因', width: 28 },
];

/** The units' own events in every state, drafts among them, in the order they were made. */
@Injectable()
export class EventsTableReader {
  constructor(private readonly database: Database) {}

  async table(caller: Caller, asked: NewExport): Promise<Table> {
    const total = await deskEvents(this.database.read, caller, asked).getCount();
    return { name: KIND_NAMES.events, columns: COLUMNS, total, rows: () => numbered(this.lines(caller, asked)) };
  }

  private async *lines(caller: Caller, asked: NewExport): AsyncGenerator<Cell[]> {
    const manager = this.database.read;
    const after = (last: string) =>
      deskEvents(manager, caller, asked).andWhere('e.id > :last', { last }).orderBy('e.id').take(PIECE).getMany();
    for await (const events of inPieces(PIECE, after)) {
      const units = await unitNames(manager, events);
      const planned = events.flatMap(({ programmeId }) => programmeId ?? []);
      const programmes = await manager.findBy(Programme, { id: In(planned) });
      const titles = new Map(programmes.map(({ id, title }) => [id, title]));
      const held = { eventId: In(events.map(({ id }) => id)) };
      const sessions = await manager.find(EventSession, { where: held, order: { startsAt: 'ASC' } });
      const venues = await manager.findBy(Venue, { id: In(sessions.map(({ venueId }) => venueId)) });
      const places = new Map(venues.map((venue) => [venue.id, placeWords(venue)]));
      const quotas = await manager.findBy(Quota, { sessionId: In(sessions.map(({ id }) => id)) });
      for (const event of events) {
        // Of one that is called off what it would have been; of any other what stands.
        const own = sessions.filter(
          ({ eventId, cancelledAt }) => eventId === event.id && (!cancelledAt || event.state === 'cancelled'),
        );
        const ids = own.map(({ id }) => id);
        const taken = quotas.filter(({ sessionId }) => ids.includes(sessionId)).map((quota) => quota.taken);
        yield presentLine(event, own, {
          unit: units.get(event.organizerId) ?? '',
          programme: titles.get(event.programmeId ?? '') ?? null,
          places: [...new Set(own.map(({ venueId }) => places.get(venueId) ?? ''))],
          registered: taken.length ? taken.reduce((sum, n) => sum + n, 0) : null,
        });
      }
    }
  }
}

interface Around {
  unit: string;
  programme: string | null;
  places: string[];
  /** Null where nobody can register. */
  registered: number | null;
}

const presentLine = (
  event: Event,
  sessions: EventSession[],
  { unit, programme, places, registered }: Around,
): Cell[] => [
  ...presentPlanned(event, unit, {
    time: sessions.map(({ startsAt, endsAt }) => sheetTime(startsAt, endsAt)).join('；') || event.windowText,
    place: places.join('；') || null,
  }),
  programme,
  sessions.length,
  registered,
  event.followers,
  EVENT_STATE_WORDS[event.state],
  event.state === 'draft' ? event.sentBack : null,
];
