import { randomBytes } from 'node:crypto';
import type { INestApplicationContext } from '@nestjs/common';
import { createApp } from '../../src/app';
import { loadConfig } from '../../src/config';
import { Database } from '../../src/database/database';
import { Ids } from '../../src/database/ids';
import { migrate } from '../../src/database/migrate';
import { insertRows } from '../../src/database/rows';
import { AccessTokens } from '../../src/http/access-token';
import { Account } from '../../src/modules/accounts/account.entity';
import { EventWriter } from '../../src/modules/events/event.writer';
import { EventSession } from '../../src/modules/events/session.entity';
import { Organizer } from '../../src/modules/organizers/organizer.entity';
import { Vault } from '../../src/modules/privacy/vault.service';
import { Quota } from '../../src/modules/quotas/quota.entity';
import { Registration } from '../../src/modules/registrations/registration.entity';

/** A district with sessions to register for and residents to do it. */
export interface District {
  sessionIds: string[];
  /** A resident each. */
  tokens: string[];
  /** The district's desk. */
  desk: string;
}

/** Asked of everybody; answered by `ANSWER`. */
const QUESTION = { id: 'how', kind: 'text' as const, text: '您怎么来？', required: true };
export const ANSWER = { question: QUESTION.id, value: '坐公交车' };

/** Tests ask more in a minute than anybody does. */
export const UNHURRIED = { ACCOUNT_LIMIT: '100000000', ADDRESS_LIMIT: '100000000' };

/** The environment of a server on this database, with secrets of its own. */
export const serverEnv = (dataDir: string, databaseUrl: string | null): Record<string, string> => ({
  DATA_DIR: dataDir,
  LOG_LEVEL: 'silent',
  ...UNHURRIED,
  JWT_SECRET: randomBytes(48).toString('base64'),
  FIELD_KEYS: `1:${randomBytes(32).toString('base64')}`,
  INDEX_KEY: randomBytes(32).toString('base64'),
  ...(databaseUrl && { DATABASE_URL: databaseUrl }),
});

/** Migrates the database and fills it: a public session for each of `capacities`, and residents with a token.
 * `older`: registrations that stand already, in the last session. */
export async function makeDistrict(
  env: Record<string, string>,
  { capacities, residents, older = 0 }: { capacities: number[]; residents: number; older?: number },
): Promise<District> {
  const config = loadConfig(env);
  await migrate(config);
  const app = await createApp(config);
  const [ids, tokens, database] = [app.get(Ids), app.get(AccessTokens), app.get(Database)];
  const now = new Date();
  const at = (hours: number) => new Date(now.getTime() + hours * 3_600_000).toISOString();
  const id = ids.next();
  const organizer = { id, path: `/${id}/`, name: '压测', createdAt: now };
  await database.write((manager) => manager.insert(Organizer, organizer));
  await database.write((manager) => manager.insert(Account, { id, role: 'district', organizerId: id, createdAt: now }));
  const caller = { id, role: 'district' as const, organizerId: id, path: `/${id}/` };
  const sessionIds: string[] = [];
  for (const capacity of capacities)
    await database.write(async (manager) => {
      const session = {
        venue: { name: '大厅', lng: 116, lat: 36.44 },
        startsAt: at(48),
        endsAt: at(50),
        mode: 'firstCome' as const,
        quotas: [{ name: '居民', capacity }],
      };
      const event = await app
        .get(EventWriter)
        .create(manager, caller, { theme: '开放日', sessions: [session], questions: [QUESTION] }, now);
      await app.get(EventWriter).publish(manager, event, now);
      sessionIds.push((await manager.findOneByOrFail(EventSession, { eventId: event.id })).id);
    });
  await seatPeople(app, sessionIds.at(-1)!, Array(older).fill(1));
  const signed = await signedResidents(app, residents);
  const desk = tokens.sign(caller);
  await app.close();
  return { sessionIds, tokens: signed, desk };
}

/** So many residents with a name and a phone of their own; their tokens. */
export async function signedResidents(app: INestApplicationContext, count: number): Promise<string[]> {
  const [ids, vault, tokens, database] = [app.get(Ids), app.get(Vault), app.get(AccessTokens), app.get(Database)];
  const createdAt = new Date();
  const accounts = Array.from({ length: count }, (_, i) => {
    const phone = `138${String(i).padStart(8, '0')}`;
    return {
      id: ids.next(),
      role: 'resident' as const,
      name: vault.seal('王小明'),
      phone: vault.seal(phone),
      phoneIndex: vault.index('phone', phone),
      phoneLast4: phone.slice(-4),
      createdAt,
    };
  });
  for (let i = 0; i < accounts.length; i += 500)
    await database.write((manager) => manager.insert(Account, accounts.slice(i, i + 500)));
  return accounts.map(({ id }) => tokens.sign({ id, role: 'resident', organizerId: null, path: null }));
}

/** Parties of these sizes hold seats there as if they had registered long ago. Their ids, in that order. */
export async function seatPeople(
  app: INestApplicationContext,
  sessionId: string,
  parties: number[],
): Promise<string[]> {
  const [ids, vault, database] = [app.get(Ids), app.get(Vault), app.get(Database)];
  const createdAt = new Date();
  const [name, nameIndex] = [vault.seal('王小明'), vault.index('name', '王小明')];
  const made: string[] = [];
  for (let done = 0; done < parties.length; done += 500)
    await database.write(async (manager) => {
      const { id: quotaId } = await manager.findOneByOrFail(Quota, { sessionId });
      const piece = parties.slice(done, done + 500);
      const rows = piece.map((seats) => {
        const subject = randomBytes(32).toString('hex');
        const of = {
          sessionId,
          quotaId,
          status: 'confirmed' as const,
          seats,
          scanned: 0,
          children: 0,
          joinWaitlist: false,
        };
        const person = {
          subject,
          liveSubject: subject,
          name,
          nameIndex,
          phone: name,
          phoneLast4: '0000',
          relation: null,
        };
        const none = { enterprise: null, ticketNo: null, confirmBy: null, heldBackUntil: null, waitNumber: null };
        const open = { consentedAt: null, cancelReason: null, endReason: null, createdAt, updatedAt: createdAt };
        return { id: ids.next(), accountId: ids.next(), ...of, ...person, ...none, ...open };
      });
      await insertRows(manager, Registration, rows);
      const seats = piece.reduce((sum, size) => sum + size, 0);
      await manager.increment(Quota, { id: quotaId }, 'taken', seats);
      made.push(...rows.map(({ id }) => id));
    });
  return made;
}
