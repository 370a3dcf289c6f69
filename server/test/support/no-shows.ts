import { randomUUID } from 'node:crypto';
import type { ScanReply } from '@openday/shared/check-in';
import type { Programme } from '@openday/shared/places';
import type { Registration, Restriction } from '@openday/shared/registrations';
import type { SessionDetail } from '@openday/shared/sessions';
import type { Page } from '@openday/shared/wire';
import { NoShowJob } from '../../src/modules/check-in/no-show.job';
import { EventSession } from '../../src/modules/events/session.entity';
import { Programme as ProgrammeRow } from '../../src/modules/programmes/programme.entity';
import type { Api } from './api';
import type { TestApp } from './app';
import { aPublishedSession, register } from './factories';

const HOUR = 3_600_000;

/** Programmes with a rule on no-shows, and people who do not come. */
export class NoShows {
  private made = 0;
  private seq = 0;

  constructor(
    private readonly test: TestApp,
    private readonly desk: Api,
  ) {}

  async programme(noShowLimit = 2, noShowDays = 30): Promise<Programme> {
    const made = await this.desk.post<Programme>('/programmes', { title: `第${++this.made}个开放月`, year: 2026 });
    return (await this.desk.patch<Programme>(`/programmes/${made.body.id}`, { noShowLimit, noShowDays })).body;
  }

  session({ id }: Programme): Promise<SessionDetail> {
    return aPublishedSession(this.desk, {}, { programmeId: id });
  }

  /** Over since `hours`. */
  async held({ id }: SessionDetail, hours = 30): Promise<void> {
    const startsAt = new Date(Date.now() - (hours + 2) * HOUR);
    const endsAt = new Date(Date.now() - hours * HOUR);
    await this.test.database.write((manager) => manager.update(EventSession, { id }, { startsAt, endsAt }));
  }

  /** Somebody comes: the unit's own door finds them in its list. */
  async comes(sessionId: string, { id }: Registration): Promise<void> {
    const scan = {
      ...{ id: randomUUID(), seq: ++this.seq, sessionId, kind: 'scan', registrationId: id, seats: 1 },
      ...{ at: new Date().toISOString(), clockOffsetMs: 0, shown: 'go' },
    };
    const { body } = await this.desk.post<ScanReply>('/check-in/scans', { deviceId: 'door-desk', scans: [scan] });
    if (body.items[0]?.result !== 'stored') throw new Error(JSON.stringify(body));
  }

  /** Who misses `times` sessions of the programme to which somebody else comes. */
  async misses(who: Api, programme: Programme, times: number, body: object = {}): Promise<Registration[]> {
    const missed = [];
    const neighbour = await this.test.as('resident', '每次都来');
    for (let i = 0; i < times; i++) {
      const session = await this.session(programme);
      missed.push((await register(who, session.id, body)).body);
      await this.comes(session.id, (await register(neighbour, session.id)).body);
      await this.held(session);
    }
    return missed;
  }

  /** As if an hour had passed. Returns how many restrictions were imposed. */
  async seek({ id }: Programme): Promise<number> {
    await this.test.database.write((manager) => manager.update(ProgrammeRow, { id }, { noShowsSoughtAt: null }));
    return this.test.app.get(NoShowJob).run();
  }

  async restrictions({ id }: Programme): Promise<Restriction[]> {
    const { items } = (await this.desk.get<Page<Restriction>>('/restrictions')).body;
    return items.filter(({ programme }) => programme.id === id);
  }
}

/** What holds somebody back now. */
export const restrictionsOn = async (who: Api): Promise<Restriction[]> =>
  (await who.get<{ items: Restriction[] }>('/me/restrictions')).body.items;
