import { EventSession } from '../../src/modules/events/session.entity';
import { OutboxMessage } from '../../src/modules/notifications/outbox-message.entity';
import { Quota } from '../../src/modules/quotas/quota.entity';
import { Registration } from '../../src/modules/registrations/registration.entity';
import type { Api } from './api';
import type { TestApp } from './app';

/** What the counters say and what the rows say, of a session: they must be alike whatever happened. */
async function countersAndRows({ database }: TestApp, sessionId: string) {
  const quotas = await database.read.findBy(Quota, { sessionId });
  const session = await database.read.findOneByOrFail(EventSession, { id: sessionId });
  const rows = await database.read.findBy(Registration, { sessionId });
  const seats = (statuses: string[]) =>
    rows.filter(({ status }) => statuses.includes(status)).reduce((sum, r) => sum + r.seats, 0);
  return {
    taken: quotas.reduce((sum, { taken }) => sum + taken, 0),
    seated: seats(['confirmed', 'offered']),
    waiting: session.waiting,
    inLine: seats(['waitlisted']),
  };
}

/** The same, as one pair: `[taken, waiting]`; throws where counters and rows differ. */
export async function seatsOf(test: TestApp, sessionId: string): Promise<[taken: number, waiting: number]> {
  const { taken, seated, waiting, inLine } = await countersAndRows(test, sessionId);
  if (taken !== seated || waiting !== inLine)
    throw new Error(`counters differ from rows: ${taken} ${seated}, ${waiting} ${inLine}`);
  return [taken, waiting];
}

/** Residents by name, each with a phone of their own. */
export const residents = (test: TestApp, ...names: string[]): Promise<Api[]> =>
  Promise.all(names.map((name) => test.as('resident', name)));

/** The kinds of messages about a registration or event, oldest first. */
export async function toldAbout({ database }: TestApp, subjectId: string): Promise<string[]> {
  const rows = await database.read.find(OutboxMessage, { where: { subjectId }, order: { id: 'ASC' } });
  return rows.map(({ kind }) => kind);
}
