import type { DrawView } from '@openday/shared/draws';
import type { NewRegistration, Registration } from '@openday/shared/registrations';
import type { NewSession, SessionDetail } from '@openday/shared/sessions';
import { Draw } from '../../src/modules/events/draw.entity';
import { EventSession } from '../../src/modules/events/session.entity';
import { Registration as Row } from '../../src/modules/registrations/registration.entity';
import type { Answer, Api } from './api';
import type { TestApp } from './app';
import { aPublishedSession, inHours, register } from './factories';

/** Sessions whose seats are drawn, and people who take tickets. */
export class Draws {
  constructor(
    private readonly test: TestApp,
    private readonly desk: Api,
  ) {}

  session(capacity: number, publicSource?: string, over: Partial<NewSession> = {}): Promise<SessionDetail> {
    return aPublishedSession(this.desk, {
      mode: 'draw',
      closesAt: inHours(24),
      quotas: [{ name: '居民', capacity }],
      draw: { drawsAt: inHours(25), ...(publicSource && { publicSource }) },
      ...over,
    });
  }

  /** As if registration had closed and the hour of the draw had come. */
  async isDue({ id }: SessionDetail): Promise<void> {
    await this.test.database.write(async (manager) => {
      await manager.update(EventSession, { id }, { closesAt: new Date(Date.now() - 2000) });
      await manager.update(Draw, { sessionId: id }, { drawsAt: new Date(Date.now() - 1000) });
    });
  }

  /** Residents with tickets 1, 2, 3 … */
  async tickets(session: SessionDetail, parties: Partial<NewRegistration>[]) {
    const made: { who: Api; registration: Registration }[] = [];
    for (const [i, party] of parties.entries()) {
      const who = await this.test.as('resident', `抽签人${i}`);
      const { body } = await register(who, session.id, party);
      if (body.status !== 'applied' || body.ticketNo !== i + 1) throw new Error(JSON.stringify(body));
      made.push({ who, registration: body });
    }
    return made;
  }

  async view({ id }: SessionDetail): Promise<DrawView> {
    return (await this.test.anonymous.get<DrawView>(`/sessions/${id}/draw`)).body;
  }

  draw(who: Api, { id }: SessionDetail, body: object = {}): Promise<Answer<DrawView>> {
    return who.post<DrawView>(`/sessions/${id}/draw`, body);
  }

  /** By ticket number. */
  rows({ id }: SessionDetail): Promise<Row[]> {
    return this.test.database.read.find(Row, { where: { sessionId: id }, order: { ticketNo: 'ASC' } });
  }
}
