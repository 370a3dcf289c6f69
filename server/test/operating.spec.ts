import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { listen } from '../src/app';
import { leave } from '../src/http/leaving';
import { ExportsJob } from '../src/modules/exports/exports.job';
import { DeliveryJob } from '../src/modules/messages/delivery.job';
import { WebhookJob } from '../src/modules/webhooks/webhook.job';
import { backupName } from '../src/operation/backup-name.rules';
import { examine } from '../src/operation/doctor';
import { onMariadb, startApp, type TestApp } from './support/app';
import { residents } from './support/counters';
import { aPublishedSession, register, theDistrict } from './support/factories';
import { openProxy } from './support/proxy';

const TOKEN = 'read-by-prometheus';
/** A script that stands in the page. */
const OWN = 'document.title';

let test_: TestApp;
let sessionId: string;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'openday-operating-'));
  const pages = join(folder, 'h5');
  mkdirSync(pages);
  writeFileSync(join(pages, 'index.html'), `<!doctype html><title>开放日</title><script>${OWN}</script>`);
  test_ = await startApp({ METRICS_TOKEN: TOKEN, H5_DIR: pages, BACKUP_DIR: join(folder, 'backups') });
  const desk = await theDistrict(test_);
  sessionId = (await aPublishedSession(desk, { quotas: [{ name: '居民', capacity: 2000 }], partyMax: 5 })).id;
});
afterAll(async () => {
  await test_.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** What Prometheus reads; once more where a figure was not read within its second, as on a machine that stood still. */
async function told(times = 3): Promise<string> {
  const headers = { authorization: `Bearer ${TOKEN}` };
  const { body } = await test_.app.inject({ method: 'GET', url: '/metrics', headers });
  return / nan$/im.test(body) && times > 1 ? told(times - 1) : body;
}

test('metrics tell how the opening second goes, to who has the token, and nothing of anybody', async () => {
  const [one] = await residents(test_, '公孙指标');
  const ask = (headers: Record<string, string>) => test_.app.inject({ method: 'GET', url: '/metrics', headers });
  expect([(await ask({})).statusCode, (await ask({ authorization: 'Bearer other' })).statusCode]).toEqual([401, 401]);
  const before = await told();
  await register(one!, sessionId);
  await register(one!, sessionId);
  const body = await told();
  for (const counted of [
    'openday_registrations_total{outcome="registered"}',
    'openday_registrations_total{outcome="standing"}',
    'openday_http_request_seconds_count{method="POST",route="/api/sessions/:id/registrations",status="201"}',
  ])
    expect({ counted, more: figure(body, counted) - figure(before, counted) }).toEqual({ counted, more: 1 });
  for (const line of [
    /openday_admission_waiting 0/,
    /openday_transaction_seconds_count\{outcome="committed"\} \d/,
    /openday_job_failures_total\{job="SeatsJob.run"\} 0/,
    /openday_webhooks_due 0/,
    ...(onMariadb ? [/openday_database_connections_busy \d/, /openday_database_connections_awaited 0/] : []),
  ])
    expect(body).toMatch(line);
  expect(body).not.toMatch(/公孙|[^.\d]\d{19}| nan$/im);
});

test('the age of the newest backup is in the metrics, and that there is none', async () => {
  const { backupDir } = test_.config;
  const madeAt = async () => figure(await told(), 'openday_backup_timestamp_seconds');
  expect(await madeAt()).toBe(0);
  mkdirSync(backupDir!);
  writeFileSync(join(backupDir!, 'erasures.log'), '');
  expect(await madeAt()).toBe(0);
  writeFileSync(join(backupDir!, backupName(new Date())), '');
  expect(Math.abs((await madeAt()) - Date.now() / 1000)).toBeLessThan(60);
});

/** The metrics are the process's: other servers in it have counted before. */
const figure = (metrics: string, name: string): number =>
  Number(
    metrics
      .split('\n')
      .find((line) => line.startsWith(`${name} `))
      ?.slice(name.length) ?? 0,
  );

test.each([
  { job: 'ExportsJob.run', table: 'export_jobs', look: () => test_.app.get(ExportsJob).look() },
  { job: 'DeliveryJob.run', table: 'outbox_messages', look: () => test_.app.get(DeliveryJob).look() },
  { job: 'WebhookJob.run', table: 'site_news', look: () => test_.app.get(WebhookJob).run() },
])('a run of $job that cannot read the database is counted as failed, and the next one goes on', async (one) => {
  const rename = (from: string, to: string) =>
    test_.database.write((manager) => manager.query(`ALTER TABLE ${from} RENAME TO ${to}`));
  const failures = async () => figure(await told(), `openday_job_failures_total{job="${one.job}"}`);
  const failing = async () => figure(await told(), `openday_job_failing{job="${one.job}"}`);
  const done = async () => figure(await told(), `openday_job_done_timestamp_seconds{job="${one.job}"}`);
  // One that had begun before.
  await one.look();
  const before = await failures();
  await rename(one.table, 'away');
  await Promise.allSettled([one.look()]);
  expect(await failures()).toBeGreaterThan(before);
  expect(await failing()).toBe(1);
  await rename('away', one.table);
  const ended = await done();
  await one.look();
  expect(await done()).toBeGreaterThan(ended);
  expect(await failing()).toBe(0);
});

test('pages and answers say what a browser may do with them: run the page’s own code, show it in no frame, guess no type', async () => {
  for (const url of ['/', `/api/sessions/${sessionId}`, '/api/nothing']) {
    const { headers } = await test_.app.inject({ method: 'GET', url });
    const policy = String(headers['content-security-policy']);
    for (const rule of [
      "default-src 'self'",
      "object-src 'none'",
      "base-uri 'self'",
      "frame-ancestors 'self'",
      "form-action 'self'",
    ])
      expect(policy).toContain(rule);
    expect(policy).toContain(`script-src 'self' 'sha256-${createHash('sha256').update(OWN).digest('base64')}';`);
    expect(policy).not.toMatch(/unsafe-eval|\*|http:/);
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'x-frame-options': 'SAMEORIGIN' });
  }
  // Nothing but the pages is handed out, by whatever way it is asked for.
  for (const url of ['/../server.lock', '/%2e%2e/openday.db', '/..%2fopenday.db', '/secrets.json'])
    expect((await test_.app.inject({ method: 'GET', url })).statusCode).toBeGreaterThanOrEqual(400);
});

/** What the doctor says of this set-up with changes to its environment: the wrong ones. */
async function wrong(over: Record<string, string>): Promise<string[]> {
  const { config } = test_;
  const env = {
    DATA_DIR: config.dataDir,
    JWT_SECRET: config.jwtSecret,
    FIELD_KEYS: `1:${config.fieldKeys[0]!.key.toString('base64')}`,
    INDEX_KEY: config.indexKeys[0]!.toString('base64'),
    PORT: '9',
    ...(config.databaseUrl && { DATABASE_URL: config.databaseUrl }),
    ...over,
  };
  const findings = await examine(env);
  return findings
    .filter(({ state, what }) => state === 'bad' && !/断电|max_/.test(what))
    .map(({ what, todo }) => `${what} ${todo}`);
}

test('the doctor finds nothing wrong with a sound set-up, and names what is wrong with another', async () => {
  const [phoned] = await residents(test_, '看病的');
  await phoned!.patch('/me', { phone: '13800001234' });
  expect(await wrong({})).toEqual([]);
  const other = randomBytes(32).toString('base64');
  expect(await wrong({ FIELD_KEYS: `1:${other}` })).toEqual([expect.stringContaining('FIELD_KEYS')]);
  expect(await wrong({ INDEX_KEY: other })).toEqual([expect.stringContaining('INDEX_KEY')]);
  expect(await wrong({ JWT_SECRET: 'short' })).toEqual([expect.stringContaining('JWT_SECRET')]);
  expect(await wrong({ DATABASE_URL: 'mysql://root@127.0.0.1:9/none' })).toEqual([expect.stringContaining('连不上')]);
  expect(await wrong({ H5_DIR: folder })).toEqual([expect.stringContaining('index.html')]);
  expect(await wrong({ BACKUP_KEY: other, BACKUP_DIR: folder })).toEqual([expect.stringContaining('没有备份')]);
  const away = { WECHAT_APPID: 'wx0123456789abcdef', WECHAT_SECRET: other, WECHAT_API: 'http://127.0.0.1:9' };
  expect(await wrong(away)).toEqual([expect.stringContaining('微信')]);
  await test_.database.write((manager) =>
    manager.query("INSERT INTO migrations (timestamp, name) VALUES (1, 'Later1')"),
  );
  expect(await wrong({})).toEqual([expect.stringContaining('数据库比程序新')]);
  await test_.database.write((manager) => manager.query("DELETE FROM migrations WHERE name = 'Later1'"));
});

const portOf = async ({ app }: TestApp): Promise<number> => {
  await listen(app, 0, '127.0.0.1');
  return Number(new URL(await app.getUrl()).port);
};

test('A49 a server that leaves under load turns its readiness red first, and no request fails', async () => {
  const shift = await startApp();
  const { id } = await aPublishedSession(await theDistrict(shift), { quotas: [{ name: '居民', capacity: 500 }] });
  const waiting = await residents(shift, ...Array.from({ length: 40 }, (_, i) => `换班时${i}`));
  // Behind a balancer another server goes on; alone, it still answers what comes until it stops listening.
  const others = onMariadb ? [await shift.replica()] : [];
  const ports = await Promise.all([shift, ...others].map(portOf));
  const proxy = await openProxy(ports);
  const statuses: number[] = [];
  /** Four at once, each so many times or until nobody is left. */
  const ask = (times: number) => Promise.all(Array.from({ length: 4 }, () => asks(times)));
  const asks = async (times: number) => {
    for (let who = waiting.pop(); who; who = --times > 0 ? waiting.pop() : undefined) {
      const answer = await fetch(
        `http://127.0.0.1:${onMariadb ? proxy.port : ports[0]}/api/sessions/${id}/registrations`,
        {
          method: 'POST',
          headers: {
            authorization: `Bearer ${who.token}`,
            'content-type': 'application/json',
            'idempotency-key': randomUUID(),
          },
          body: JSON.stringify({ seats: 1 }),
        },
      );
      statuses.push(answer.status);
    }
  };
  await ask(2);
  const asking = ask(40);
  const left = leave(shift.app, onMariadb ? proxy.left(ports[0]!) : asking);
  expect(waiting.length).toBeGreaterThan(0);
  expect((await shift.anonymous.get('/health/ready')).status).toBe(503);
  await Promise.all([asking, left]);
  await proxy.close();
  await shift.stop();
  expect([statuses.length, statuses.filter((status) => status !== 201)]).toEqual([40, []]);
});
