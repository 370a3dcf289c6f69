import type { NewSession, SessionDetail } from '@openday/shared/sessions';
import { Account } from './account';

const HOUR = 3_600_000;
/** Requests on their way at once while data is made. */
const AT_ONCE = 20;

/** 1,000 dated sessions, in events of as many as one may have. */
export async function aThousandSessions(origin: string): Promise<void> {
  const desk = await Account.of(origin, 'district');
  const at = (hours: number) => new Date(Date.now() + hours * HOUR).toISOString();
  for (let event = 0; event < 20; event++) {
    const sessions = Array.from({ length: 50 }, (_, n): NewSession => {
      const starts = 24 + event * 50 + n;
      return {
        venue: { name: `会议室${event}-${n}`, lng: 116.0113, lat: 36.4478 },
        startsAt: at(starts),
        endsAt: at(starts + 1),
        mode: 'firstCome',
        quotas: [{ name: '居民', capacity: 20 }],
      };
    });
    await desk.announces({ theme: `开放议事厅第${event}期`, sessions });
  }
}

/** A session of today that 1,000 residents are registered for. */
export async function aThousandRegistered(origin: string): Promise<SessionDetail> {
  const desk = await Account.of(origin, 'district');
  const session = await desk.publishes('体育馆万人开放日', { quotas: [{ name: '居民', capacity: 1000 }] });
  const people = Array.from({ length: 1000 }, (_, n) => `居民${n}号`);
  while (people.length > 0) {
    await Promise.all(
      people.splice(0, AT_ONCE).map(async (name) => (await Account.of(origin, 'resident', name)).register(session, 1)),
    );
  }
  return session;
}

/** Somebody registered in so many sessions. */
export async function registeredForMany(origin: string, sessions: number): Promise<Account> {
  const desk = await Account.of(origin, 'district');
  const resident = await Account.of(origin, 'resident', '常来的人');
  for (let n = 0; n < sessions; n++) {
    const startsAt = new Date(Date.now() + (24 + n * 3) * HOUR).toISOString();
    const endsAt = new Date(Date.now() + (25 + n * 3) * HOUR).toISOString();
    await resident.register(await desk.publishes(`邻里议事第${n}次`, { startsAt, endsAt }), 1);
  }
  return resident;
}
