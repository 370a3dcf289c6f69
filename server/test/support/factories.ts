import { randomUUID } from 'node:crypto';
import type { EventDetail, NewEvent } from '@openday/shared/events';
import type { NewRegistration, Registration } from '@openday/shared/registrations';
import type { NewSession, SessionDetail } from '@openday/shared/sessions';
import { Ids } from '../../src/database/ids';
import { Organizer } from '../../src/modules/organizers/organizer.entity';
import type { Answer, Api } from './api';
import type { TestApp } from './app';

const HOUR = 3_600_000;
let units = 0;
export const inHours = (hours: number): string => new Date(Date.now() + hours * HOUR).toISOString();

/** An organizer row; under the district where no parent is given. The first one made is the district. */
export async function anOrganizer({ app, database }: TestApp, over: Partial<Organizer> = {}): Promise<Organizer> {
  const id = app.get(Ids).next();
  return database.write(async (manager) => {
    const root = await manager.findOne(Organizer, { where: {}, order: { path: 'ASC' } });
    const parent = over.parentId ? await manager.findOneByOrFail(Organizer, { id: over.parentId }) : root;
    const organizer = manager.create(Organizer, {
      id,
      parentId: parent?.id ?? null,
      path: `${parent?.path ?? '/'}${id}/`,
      name: `单位${String(++units).padStart(6, '0')}`,
      contactName: '办公室',
      contactPhone: '0635-0000001',
      placeName: null,
      lng: null,
      lat: null,
      createdAt: new Date(),
      ...over,
    });
    await manager.insert(Organizer, organizer);
    return organizer;
  });
}

/** The district's desk, on a database that gets a district if it has none. */
export async function theDistrict(test: TestApp): Promise<Api> {
  if (!(await test.database.read.existsBy(Organizer, {}))) await anOrganizer(test, { name: '某区' });
  return test.as('district');
}

export const aSession = (over: Partial<NewSession> = {}): NewSession => ({
  venue: { name: '便民服务大厅', address: '一号路 1 号', lng: 116.0, lat: 36.44 },
  startsAt: inHours(48),
  endsAt: inHours(50),
  mode: 'firstCome',
  quotas: [{ name: '居民', capacity: 20 }],
  ...over,
});

/** A published event with one session. */
export async function aPublishedSession(
  desk: Api,
  session: Partial<NewSession> = {},
  event: Partial<NewEvent> = {},
): Promise<SessionDetail> {
  const made = await desk.post<EventDetail>('/events', {
    theme: '居民议事日',
    sessions: [aSession(session)],
    ...event,
  });
  if (made.status !== 201) throw new Error(JSON.stringify(made.body));
  const published = await desk.post<EventDetail>(`/events/${made.body.id}/publish`);
  return published.body.sessions[0]!;
}

export const register = (
  who: Api,
  sessionId: string,
  body: Partial<NewRegistration> = {},
  key: string = randomUUID(),
): Promise<Answer<Registration>> =>
  who.post<Registration>(`/sessions/${sessionId}/registrations`, { seats: 1, ...body }, { 'idempotency-key': key });
