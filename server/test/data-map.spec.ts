import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startApp, type TestApp } from './support/app';
import { aPublishedSession, register, theDistrict } from './support/factories';
import { aWholeResident, SECRETS } from './support/whole-resident';

let test_: TestApp;
/** What the server wrote to its log, which goes to standard output. */
let logged = '';
const METRICS = 'Bearer read-by-prometheus';

beforeAll(async () => {
  jest.spyOn(process.stdout, 'write').mockImplementation((text) => {
    logged += text;
    return true;
  });
  test_ = await startApp({ LOG_LEVEL: 'trace', METRICS_TOKEN: METRICS.slice(7) });
});
afterAll(async () => {
  await test_.stop();
  jest.restoreAllMocks();
});

/** Columns by whose name somebody may be told or found, or that hold free words. */
const PERSONAL =
  /^(name|username|phone.*|.*Index|.*Hash|subject|liveSubject|accountId|registrationId|operatorId|.*By|note|reason|.*Reason|line|text|answers|idNumbers|maskedName|enterprise|relation|sheet|before|code|excuse|contact.*|missed|publicAnswer|publicQuestion)$/;
/** Names of things, hashes of lists, reasons for everybody to read. */
const OF_THINGS = new Set([
  ...['venues.name', 'quotas.name', 'organizers.name', 'draws.listHash'],
  ...[
    'event_sessions.cancelReason',
    'monthly_topics.choiceReason',
    'topic_candidates.note',
    'suggestions.verdictBy',
    'registrations.confirmBy',
  ],
]);

test('docs/PRIVACY.md names every table, and every column that may lead to a person', () => {
  const text = readFileSync(join(__dirname, '../../docs/PRIVACY.md'), 'utf8');
  const named = new Map<string, string>();
  let last = '';
  for (const [, table = '', columns = ''] of text.matchAll(/^\| ([a-z_]*) ?\| ([^|]+) \|/gm)) {
    last = table || last;
    named.set(last, `${named.get(last) ?? ''}, ${columns}`);
  }
  const without = new Set([...text.matchAll(/`([a-z_]+)`/g)].map(([, table]) => table));
  const missing = test_.database.read.connection.entityMetadatas.flatMap(({ tableName, columns }) => {
    if (!named.has(tableName) && !without.has(tableName)) return tableName;
    const listed = new Set((named.get(tableName) ?? '').split(/[ ,]+/));
    return columns
      .map(({ propertyName }) => propertyName)
      .filter((column) => PERSONAL.test(column) && !listed.has(column) && !OF_THINGS.has(`${tableName}.${column}`))
      .map((column) => `${tableName}.${column}`);
  });
  expect(missing).toEqual([]);
});

test('A38 neither logs nor metrics hold anything of a resident, whatever is asked, refused or breaks', async () => {
  const desk = await theDistrict(test_);
  const { api, refreshToken } = await aWholeResident(test_, desk);
  await api.patch('/me', { name: SECRETS.name.repeat(50), phone: SECRETS.phone });
  await api.get(`/registrations?session=${SECRETS.phone}&name=${encodeURIComponent(SECRETS.name)}`);
  await test_.anonymous.post('/auth/password', { username: SECRETS.name, password: SECRETS.said });
  await api.get('/me', { cookie: SECRETS.phone });
  const { id } = await aPublishedSession(desk, { quotas: [{ name: '居民', capacity: 9 }] });
  const rename = (from: string, to: string) =>
    test_.database.write((manager) => manager.query(`ALTER TABLE ${from} RENAME TO ${to}`));
  await rename('companions', 'companions_away');
  expect(await register(api, id, { seats: 2, companions: [{ name: SECRETS.companion }] })).toMatchObject({
    status: 500,
  });
  await rename('companions_away', 'companions');
  const metrics = await test_.app.inject({ method: 'GET', url: '/metrics', headers: { authorization: METRICS } });
  expect(logged.split('\n').length).toBeGreaterThan(40);
  expect(logged).toContain('companions');
  expect(metrics.body).toContain('openday_http_request_seconds_count');
  const known = [...Object.values(SECRETS), refreshToken, api.token ?? ''].flatMap((one) => [
    one,
    encodeURIComponent(one),
  ]);
  const leaked = (text: string) => known.filter((one) => text.includes(one));
  expect([leaked(logged), leaked(metrics.body)]).toEqual([[], []]);
});
