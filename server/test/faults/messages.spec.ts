import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { DataSource } from 'typeorm';
import { loadConfig } from '../../src/config';
import { dataSourceOptions } from '../../src/database/data-source';
import { Identity } from '../../src/modules/accounts/identity.entity';
import { EventSession } from '../../src/modules/events/session.entity';
import { MessageCredit } from '../../src/modules/messages/message-credit.entity';
import { MessageDelivery } from '../../src/modules/messages/message-delivery.entity';
import { OutboxMessage } from '../../src/modules/notifications/outbox-message.entity';
import { Vault } from '../../src/modules/privacy/vault.service';
import { Registration } from '../../src/modules/registrations/registration.entity';
import { fire } from '../support/load';
import { startMariadb, type ThrowAwayMariadb } from '../support/mariadb';
import { serveOutside } from '../support/outside-server';
import { makeScene } from '../support/scene';
import { type ServerProcess, startServer } from '../support/server-process';

const RESIDENTS = 60;
const OK = JSON.stringify({ errcode: 0, errmsg: 'ok' });
/** More than two processes have on their way at once: then the third has sent too. */
const BY_ALL = 17;
const TEMPLATE = 'template-of-openday-reminders';

let mariadb: ThrowAwayMariadb;

beforeAll(async () => {
  mariadb = await startMariadb();
});
afterAll(() => mariadb.stop());

test('A45 three schedulers, one killed after sending: at most one reminder each, or counted as unknown', async () => {
  const scene = await makeScene(mariadb.url, RESIDENTS * 2, RESIDENTS);
  /** By openid, how often WeChat took a message for them. */
  const took = new Map<string, number>();
  let held: (() => void)[] | null = [];
  const wechat = await serveOutside(({ url = '' }, body, response) => {
    if (url.includes('stable_token'))
      return void response.end(JSON.stringify({ access_token: 'one', expires_in: 7200 }));
    const { touser } = JSON.parse(body) as { touser: string };
    took.set(touser, (took.get(touser) ?? 0) + 1);
    // Taken, and not answered yet: whoever is killed now has sent and cannot know.
    if (held) held.push(() => response.end(OK));
    else response.end(OK);
  });
  const env = {
    ...scene.env,
    ...{
      WECHAT_APPID: 'wx00000000000000aa',
      WECHAT_SECRET: 'a-secret-of-thirty-two-letters-01',
      WECHAT_API: wechat.url,
    },
    WECHAT_TEMPLATE_REMINDERS: `${TEMPLATE} thing1=theme time2=when`,
    ...{ QUIET_HOURS: 'off', WECHAT_TIMEOUT_MS: '50000' },
  };
  const config = loadConfig(env);
  const source = await new DataSource(dataSourceOptions(config)).initialize();
  const servers: ServerProcess[] = [];
  try {
    servers.push(await startServer(scene.env));
    await fire(scene.load([servers[0]!.port], { patient: true }));
    await servers.pop()!.stop();
    const seated = await source.manager.find(Registration);
    const vault = new Vault(config);
    for (const { accountId } of seated) {
      const keyIndex = randomUUID().replaceAll('-', '').padEnd(64, '0');
      const bound = {
        keyIndex,
        accountId,
        kind: 'wechat' as const,
        value: vault.seal(accountId),
        provenAt: new Date(),
      };
      await source.manager.insert(Identity, bound);
      await source.manager.insert(MessageCredit, { accountId, templateId: TEMPLATE, remaining: 5, lastTap: 'made' });
    }
    servers.push(...(await Promise.all([1, 2, 3].map(() => startServer(env)))));
    const [startsAt, endsAt] = [1, 3].map((hours) => new Date(Date.now() + hours * 3_600_000));
    await source.manager.update(EventSession, { id: scene.sessionIds[0] }, { startsAt, endsAt });
    const yesterday = new Date(Date.now() - 86_400_000);
    await source.manager.createQueryBuilder().update(Registration).set({ createdAt: yesterday }).execute();

    while (took.size < BY_ALL) await wait(20);
    await servers.shift()!.kill();
    const taken = held;
    held = null;
    for (const answer of taken) answer();
    const about = { kind: 'twoHours' as const };
    const left = async () => (await source.manager.findBy(OutboxMessage, about)).filter(({ dueAt }) => dueAt).length;
    // A claim is a minute: after it what the killed one had marked is known to be unknown.
    while ((await source.manager.countBy(OutboxMessage, about)) < seated.length || (await left()) > 0) await wait(200);

    expect(await source.manager.countBy(OutboxMessage, about)).toBe(seated.length);
    expect([...took.values()].filter((times) => times > 1)).toEqual([]);
    const states = new Map((await source.manager.find(MessageDelivery)).map((one) => [one.accountId, one.state]));
    expect([...states.values()].every((state) => state === 'sent' || state === 'unknown')).toBe(true);
    for (const { accountId } of seated)
      expect(took.has(accountId) ? ['sent', 'unknown'] : ['unknown']).toContain(states.get(accountId));
    expect([...states.values()]).toContain('unknown');
  } finally {
    for (const server of servers) await server.kill();
    await source.destroy();
    await wechat.close();
    scene.remove();
  }
}, 600_000);
