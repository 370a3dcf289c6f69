import { randomBytes } from 'node:crypto';
import type { Tokens } from '@openday/shared/auth';
import type { MyData } from '@openday/shared/me';
import type { Registration } from '@openday/shared/registrations';
import { IsNull } from 'typeorm';
import { type Config, loadConfig } from '../src/config';
import { Account } from '../src/modules/accounts/account.entity';
import { isSealed } from '../src/modules/me/own-tables.rules';
import { Vault } from '../src/modules/privacy/vault.service';
import { Registration as Row } from '../src/modules/registrations/registration.entity';
import { Restriction } from '../src/modules/registrations/restriction.entity';
import { reindex, serversRunning } from '../src/operation/reindex';
import { reseal } from '../src/operation/reseal';
import { keyUse, SEALED } from '../src/operation/sealed-columns';
import { examineKeys } from '../src/operation/stored-keys';
import { Api } from './support/api';
import { startApp, type TestApp } from './support/app';
import { residents } from './support/counters';
import { aPublishedSession, register, theDistrict } from './support/factories';
import { aWholeResident, SECRETS, type WholeResident } from './support/whole-resident';

const [OLD, NEW, OLD_INDEX, NEW_INDEX] = [1, 2, 3, 4].map(() => randomBytes(32).toString('base64'));

let test_: TestApp;
let desk: Api;
let whole: WholeResident;
/** Seals with the new key, and opens both. */
let rotated: Config;

beforeAll(async () => {
  // As while a key is changed: servers open the new one already, and seal with the old.
  test_ = await startApp({ FIELD_KEYS: `2:${NEW},1:${OLD}`, INDEX_KEY: OLD_INDEX! });
  rotated = { ...test_.config, fieldKeys: [...test_.config.fieldKeys].reverse() };
  desk = await theDistrict(test_);
  whole = await aWholeResident(test_, desk);
});
afterAll(() => test_.stop());

const nobody = () => undefined;
/** A command that is killed: it gets no further than this. */
const killed = (pieces: number) => {
  let left = pieces;
  return () => {
    left -= 1;
    if (left === 0) throw new Error('killed');
  };
};

/** Of a column with one, or with a list. */
const values = (cell: unknown): unknown[] => (String(cell).startsWith('["') ? JSON.parse(String(cell)) : [cell]);

/** Every sealed value, opened, by where it stands. */
async function opened(vault: Vault): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>();
  for (const { tableName, columns } of test_.database.read.connection.entityMetadatas) {
    const rows = (await test_.database.read.query(`SELECT * FROM ${tableName}`)) as Record<string, unknown>[];
    for (const { databaseName: column } of columns) {
      const cells = rows.flatMap((row) => values(row[column])).filter(isSealed);
      if (cells.length) found.set(`${tableName}.${column}`, cells.map((cell) => vault.open(cell)).sort());
    }
  }
  return found;
}

test('sealed values stand only in columns that the change of a key knows', async () => {
  const { connection } = test_.database.read;
  const known = SEALED.flatMap(([entity, columns]) =>
    columns.map((column) => `${connection.getMetadata(entity).tableName}.${column}`),
  );
  const found = [...(await opened(new Vault(rotated))).keys()];
  expect(found.length).toBeGreaterThan(12);
  expect(found.filter((column) => !known.includes(column))).toEqual([]);
});

test('a new key seals everything anew while residents register; cut off, it goes on where it was', async () => {
  const { database } = test_;
  const vault = new Vault(rotated);
  const session = await aPublishedSession(desk, { quotas: [{ name: '居民', capacity: 100 }] });
  await desk.post(`/check-in/sessions/${session.id}/new-key`, {});
  const before = await opened(vault);
  const statuses: number[] = [];
  const going = (async () => {
    for (const who of await residents(test_, ...Array.from({ length: 10 }, (_, i) => `换钥匙时${i}`)))
      statuses.push((await register(who, session.id)).status);
  })();
  await expect(reseal(database, vault, [1], killed(4))).rejects.toThrow('killed');
  const half = await keyUse(database.read, [1, 2]);
  expect([half.byKey.get(1), half.byKey.get(2)].every((rows) => Number(rows) > 0)).toBe(true);
  await going;
  expect(statuses).toEqual(Array(10).fill(201));
  // Servers seal with the new key from here on; what they sealed with the old meanwhile is found the second time.
  await reseal(database, vault, [1], nobody);
  expect(await reseal(database, vault, [1], nobody)).toEqual({ rows: 0, unopened: [] });
  const { byKey, unknown } = await keyUse(database.read, [1, 2]);
  expect([byKey.get(1), unknown]).toEqual([0, 0]);
  const alone = new Vault({ ...rotated, fieldKeys: rotated.fieldKeys.slice(-1) });
  const after = await opened(alone);
  for (const [column, values] of before)
    expect([column, after.get(column)]).toEqual([column, expect.arrayContaining(values)]);
  const said = (await examineKeys(database.read, rotated)).map(({ what }) => what);
  expect(said).toEqual([
    expect.stringContaining('2 号封着'),
    expect.stringMatching(/1 号不再封着什么，只用来核对 \d+ 条/),
  ]);
});

test('what no key opens is named, and the doctor counts it', async () => {
  const { database } = test_;
  const stray = new Vault({ ...rotated, fieldKeys: [{ id: 7, key: randomBytes(32) }] }).seal('看不见');
  const { id, name } = (await database.read.find(Account, { take: 1, order: { id: 'ASC' } }))[0]!;
  const set = (sealed: string | null) => database.write((m) => m.update(Account, { id }, { name: sealed }));
  await set(stray);
  expect(await reseal(database, new Vault(rotated), [7], nobody)).toEqual({ rows: 0, unopened: [`accounts ${id}`] });
  const said = await examineKeys(database.read, rotated);
  expect(said.filter(({ state }) => state === 'bad').map(({ what }) => what)).toEqual(['1 行不是这些密钥封的']);
  await set(name);
});

test('a new index key: everybody is found again by their number, stays signed in, and keeps their record', async () => {
  const env = { FIELD_KEYS: `1:${OLD},2:${NEW}`, INDEX_KEY: `${OLD_INDEX},${NEW_INDEX}` };
  const wrong = loadConfig({ ...env, DATA_DIR: test_.config.dataDir, JWT_SECRET: test_.config.jwtSecret });
  const { database } = test_;
  expect(await serversRunning(database)).toBeGreaterThan(0);
  const findings = await examineKeys(database.read, wrong);
  expect(findings.map(({ todo }) => todo)).toEqual([expect.stringContaining('pnpm keys reindex')]);
  const vault = new Vault(wrong);
  const [old] = await database.read.findBy(Row, { accountId: whole.accountId, relation: IsNull() });
  await expect(reindex(database, vault, killed(2))).rejects.toThrow('killed');
  expect(await reindex(database, vault, nobody)).toBeGreaterThan(10);
  expect(await reindex(database, vault, nobody)).toBe(0);
  const subject = vault.index('phone', SECRETS.phone);
  expect(subject).not.toBe(old?.subject);
  expect(await database.read.countBy(Restriction, { subject })).toBe(1);
  expect(await database.read.countBy(Account, { phoneIndex: subject })).toBe(1);
  expect(await database.read.countBy(Row, { subject: vault.indexes('phone', SECRETS.phone)[1] })).toBe(0);

  const next = await test_.restart(env);
  const renewed = await next.anonymous.post<Tokens>('/auth/refresh', { refreshToken: whole.refreshToken });
  expect(renewed.status).toBe(200);
  const again = new Api(next.app, renewed.body.accessToken);
  const { session, registration } = whole.upcoming;
  const asked = await register(again, session.id, { enterprise: SECRETS.enterprise, answers: [] });
  expect(asked).toMatchObject({ status: 200, body: { id: registration.id } satisfies Partial<Registration> });
  const { body } = await again.get<MyData>('/me/export');
  expect(body.records.find(({ table }) => table === 'audit_entries')?.rows.length).toBeGreaterThan(0);
  expect(body.records.map(({ table }) => table)).toContain('restrictions');
});
