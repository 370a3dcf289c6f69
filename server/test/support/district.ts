import { randomBytes } from 'node:crypto';
import { createApp } from '../../src/app';
import { loadConfig } from '../../src/config';
import { Database } from '../../src/database/database';
import { Ids } from '../../src/database/ids';
import { migrate } from '../../src/database/migrate';
import { AccessTokens } from '../../src/http/access-token';
import { Account } from '../../src/modules/accounts/account.entity';
import { EventWriter } from '../../src/modules/events/event.writer';
import { EventSession } from '../../src/modules/events/session.entity';
import { Organizer } from '../../src/modules/organizers/organizer.entity';
import { Vault } from '../../src/modules/privacy/vault.service';

/** A district with sessions to register for and residents to do it. */
export interface District {
  sessionIds: string[];
  /** A resident each. */
  tokens: string[];
}

/** The environment of a server on this database, with secrets of its own. */
export const serverEnv = (dataDir: string, databaseUrl: string | null): Record<string, string> => ({
  DATA_DIR: dataDir,
  LOG_LEVEL: 'silent',
  JWT_SECRET: randomBytes(48).toString('base64'),
  FIELD_KEYS: `1:${randomBytes(32).toString('base64')}`,
  INDEX_KEY: randomBytes(32).toString('base64'),
  ...(databaseUrl && { DATABASE_URL: databaseUrl }),
});

/** Migrates the database and fills it: a public session for each of `capacities`, and residents with a token. */
export async function makeDistrict(
  env: Record<string, string>,
  { capacities, residents }: { capacities: number[]; residents: number },
): Promise<District> {
  const config = loadConfig(env);
  await migrate(config);
  const app = await createApp(config);
  const [ids, vault, tokens, database] = [app.get(Ids), app.get(Vault), app.get(AccessTokens), app.get(Database)];
  const now = new Date();
  const at = (hours: number) => new Date(now.getTime() + hours * 3_600_000).toISOString();
  const accounts = Array.from({ length: residents }, (_, i) => {
    const phone = `138${String(i).padStart(8, '0')}`;
    return {
      id: ids.next(),
      role: 'resident' as const,
      name: vault.seal('王小明'),
      phone: vault.seal(phone),
      phoneIndex: vault.index('phone', phone),
      phoneLast4: phone.slice(-4),
      createdAt: now,
    };
  });
  const id = ids.next();
  const organizer = { id, path: `/${id}/`, name: '压测', createdAt: now };
  await database.write((manager) => manager.insert(Organizer, organizer));
  const caller = { id, role: 'district' as const, organizerId: id, path: `/${id}/` };
  for (let i = 0; i < accounts.length; i += 500)
    await database.write((manager) => manager.insert(Account, accounts.slice(i, i + 500)));
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
      const event = await app.get(EventWriter).create(manager, caller, { theme: '开放日', sessions: [session] }, now);
      await app.get(EventWriter).publish(manager, event, now);
      sessionIds.push((await manager.findOneByOrFail(EventSession, { eventId: event.id })).id);
    });
  const signed = accounts.map((account) =>
    tokens.sign({ id: account.id, role: 'resident', organizerId: null, path: null }),
  );
  await app.close();
  return { sessionIds, tokens: signed };
}
