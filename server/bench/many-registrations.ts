import { randomBytes } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { createApp } from '../src/app';
import { loadConfig } from '../src/config';
import { Database } from '../src/database/database';
import { Ids } from '../src/database/ids';
import { insertRows } from '../src/database/rows';
import { AccessTokens } from '../src/http/access-token';
import { Account } from '../src/modules/accounts/account.entity';
import { CheckIn } from '../src/modules/check-in/check-in.entity';
import { EventSession } from '../src/modules/events/session.entity';
import { Quota } from '../src/modules/quotas/quota.entity';
import { Registration } from '../src/modules/registrations/registration.entity';
import { SessionCount } from '../src/modules/registrations/session-count.entity';
import { signedResidents } from '../test/support/district';
import { columnsOf, makeSessions } from './many-sessions';

/** Parties and facts in one transaction. */
const AT_ONCE = 5000;
const RESIDENTS = 3000;
/** Of a hundred that registered for a session that is over, so many were scanned. */
const CAME = 80;

export interface ManyRegistrations {
  /** Who sees all, and who sees one unit. */
  desks: { district: string; unit: string };
  /** Tokens of residents, and a session to register for. */
  residents: string[];
  coming: string;
}

/**
 * A district with so many sessions and registrations, evenly: counters, quotas and facts as they would be had everybody
 * registered and been scanned one by one.
 */
export async function makeRegistrations(
  env: Record<string, string>,
  sessions: number,
  registrations: number,
): Promise<ManyRegistrations> {
  const { root, units } = await makeSessions(env, sessions);
  const app = await createApp(loadConfig(env));
  const [ids, database, tokens] = [app.get(Ids), app.get(Database), app.get(AccessTokens)];
  const all = await database.read.find(EventSession, { order: { startsAt: 'ASC' } });
  const quotaOf = new Map((await database.read.find(Quota)).map(({ id, sessionId }) => [sessionId, id]));
  const now = new Date();
  const party = {
    ...columnsOf(Registration, database),
    status: 'confirmed' as const,
    seats: 1,
    name: 'sealed',
    nameIndex: 'x',
  };
  const scan = {
    ...columnsOf(CheckIn, database),
    kind: 'scan' as const,
    seats: 1,
    clockOffsetMs: '0',
    shown: 'go' as const,
  };
  let [parties, facts, counts]: [Registration[], CheckIn[], SessionCount[]] = [[], [], []];
  const store = async () => {
    await setImmediate();
    await database.write(async (manager) => {
      await insertRows(manager, Registration, parties);
      await insertRows(manager, CheckIn, facts);
      await insertRows(manager, SessionCount, counts);
    });
    [parties, facts, counts] = [[], [], []];
  };
  let left = registrations;
  for (const [i, { id: sessionId, endsAt }] of all.entries()) {
    const seats = Math.round(left / (all.length - i));
    left -= seats;
    const came = endsAt < now ? Math.round((seats * CAME) / 100) : 0;
    for (let n = 0; n < seats; n++) {
      const [id, subject] = [ids.next(), randomBytes(32).toString('hex')];
      const scanned = n < came ? 1 : 0;
      const of = { sessionId, quotaId: quotaOf.get(sessionId) ?? '', accountId: id, createdAt: now, updatedAt: now };
      parties.push({ ...party, ...of, id, subject, liveSubject: subject, scanned });
      const fact = { id: `f-${id}`, seq: n + 1, sessionId, deviceId: 'door', registrationId: id, operatorId: root };
      if (scanned) facts.push({ ...scan, ...fact, at: endsAt, receivedAt: endsAt });
    }
    if (came) counts.push({ ...columnsOf(SessionCount, database), sessionId, arrived: came });
    if (parties.length >= AT_ONCE) await store();
  }
  await store();
  await database.write((manager) =>
    manager.query(`UPDATE quotas SET capacity = 100000,
      taken = (SELECT COUNT(*) FROM registrations r WHERE r.sessionId = quotas.sessionId)`),
  );
  const signed = async (role: Account['role'], organizerId: string | null, path: string | null) => {
    const id = ids.next();
    const account = { ...columnsOf(Account, database), id, role, organizerId, createdAt: now };
    await database.write((manager) => insertRows(manager, Account, [account]));
    return tokens.sign({ id, role, organizerId, path });
  };
  const district = await signed('district', root, `/${root}/`);
  const unit = await signed('organizer', units[0]!, `/${root}/${units[0]}/`);
  const residents = await signedResidents(app, RESIDENTS);
  await app.close();
  return { desks: { district, unit }, residents, coming: all.at(-1)!.id };
}
