import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { DataSource, IsNull, Not } from 'typeorm';
import { loadConfig } from '../../src/config';
import { dataSourceOptions } from '../../src/database/data-source';
import { Account } from '../../src/modules/accounts/account.entity';
import { Identity } from '../../src/modules/accounts/identity.entity';
import { EventSession } from '../../src/modules/events/session.entity';
import { MessageCredit } from '../../src/modules/messages/message-credit.entity';
import { MessageDelivery } from '../../src/modules/messages/message-delivery.entity';
import { OutboxMessage } from '../../src/modules/notifications/outbox-message.entity';
import { Vault } from '../../src/modules/privacy/vault.service';
import { Registration } from '../../src/modules/registrations/registration.entity';
import { ContentCheck } from '../../src/modules/suggestions/content-check.entity';
import { HeldPublication } from '../../src/modules/suggestions/held-publication.entity';
import { Suggestion } from '../../src/modules/suggestions/suggestion.entity';
import { WECHAT_ENV } from '../support/fake-wechat';
import { fire } from '../support/load';
import { startMariadb, type ThrowAwayMariadb } from '../support/mariadb';
import { type OutsideServer, serveOutside } from '../support/outside-server';
import { makeScene } from '../support/scene';
import { type ServerProcess, startServer } from '../support/server-process';

const RESIDENTS = 60;
/** Two looks' worth. */
const SPEAKERS = 12;
const OK = JSON.stringify({ errcode: 0, errmsg: 'ok' });
/** More than two processes have on their way at once: then the third has sent too. */
const BY_ALL = 17;
const TOKEN = JSON.stringify({ access_token: 'one', expires_in: 7200 });
const TEMPLATE = 'template-of-openday-reminders';

let mariadb: ThrowAwayMariadb;

const wechatEnv = ({ url }: OutsideServer) => ({
  ...WECHAT_ENV,
  ...{ WECHAT_API: url, WECHAT_TIMEOUT_MS: '50000' },
});
/** Their openid is their account's id. */
const knownToWechat = (accountId: string, vault: Vault) => ({
  keyIndex: randomUUID().replaceAll('-', '').padEnd(64, '0'),
  ...{ accountId, kind: 'wechat' as const, value: vault.seal(accountId), provenAt: new Date() },
});

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
    if (url.includes('stable_token')) return void response.end(TOKEN);
    const { touser } = JSON.parse(body) as { touser: string };
    took.set(touser, (took.get(touser) ?? 0) + 1);
    // Taken, and not answered yet: whoever is killed now has sent and cannot know.
    if (held) held.push(() => response.end(OK));
    else response.end(OK);
  });
  const env = {
    ...{ ...scene.env, ...wechatEnv(wechat), QUIET_HOURS: 'off' },
    WECHAT_TEMPLATE_REMINDERS: `${TEMPLATE} thing1=theme time2=when`,
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
      await source.manager.insert(Identity, knownToWechat(accountId, vault));
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

test('what a killed replica had WeChat look at is taken up by another once its claim is over, and each is decided once', async () => {
  const scene = await makeScene(mariadb.url, 10, SPEAKERS);
  /** By the words, how often WeChat was asked about them. */
  const asked = new Map<string, number>();
  let silent = true;
  const wechat = await serveOutside(({ url = '' }, body, response) => {
    if (url.includes('stable_token')) return void response.end(TOKEN);
    const { content } = JSON.parse(body) as { content: string };
    asked.set(content, (asked.get(content) ?? 0) + 1);
    // Whoever is killed now has claimed it and heard nothing.
    if (!silent) response.end(JSON.stringify({ errcode: 0, errmsg: 'ok', result: { suggest: 'pass', label: 100 } }));
  });
  const env = { ...scene.env, ...wechatEnv(wechat) };
  const config = loadConfig(env);
  const source = await new DataSource(dataSourceOptions(config)).initialize();
  const { manager } = source;
  const servers: ServerProcess[] = [];
  try {
    const residents = await manager.findBy(Account, { role: 'resident' });
    const vault = new Vault(config);
    await manager.insert(
      Identity,
      residents.map(({ id }) => knownToWechat(id, vault)),
    );
    servers.push(await startServer(env));
    const { port } = servers[0]!;
    const [sessionId] = scene.sessionIds;
    for (const [i, token] of scene.tokens.entries()) {
      const said = { kind: 'question', text: `第 ${i} 盏路灯什么时候修`, sessionId };
      const { id } = await posted(port, token, '/suggestions', said);
      await posted(port, scene.desk, `/suggestions/${id}/take`, {});
      await posted(port, scene.desk, `/suggestions/${id}/answer`, { text: '已经修好', question: '路灯什么时候修' });
    }
    expect(await manager.countBy(HeldPublication, { why: 'unchecked' })).toBe(SPEAKERS);
    while (asked.size < SPEAKERS) await wait(20);
    await servers.pop()!.kill();
    silent = false;
    expect(await manager.countBy(ContentCheck, { verdict: IsNull(), tries: 1 })).toBe(SPEAKERS);

    servers.push(...(await Promise.all([startServer(env), startServer(env)])));
    // Two minutes later the claims are over.
    await manager.query('UPDATE content_checks SET dueAt = DATE_SUB(dueAt, INTERVAL 2 MINUTE)');
    while (await manager.countBy(ContentCheck, { verdict: IsNull() })) await wait(100);
    expect([...asked.values()]).toEqual(Array(SPEAKERS).fill(2));
    expect(await manager.countBy(ContentCheck, { verdict: 'pass', tries: 2, dueAt: IsNull() })).toBe(SPEAKERS);
    expect(await manager.countBy(HeldPublication, {})).toBe(0);
    expect(await manager.countBy(Suggestion, { publishedAt: Not(IsNull()) })).toBe(SPEAKERS);
  } finally {
    for (const server of servers) await server.kill();
    await source.destroy();
    await wechat.close();
    scene.remove();
  }
}, 600_000);

async function posted(port: number, token: string, path: string, body: object): Promise<{ id: string }> {
  const answer = await fetch(`http://127.0.0.1:${port}/api${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'idempotency-key': randomUUID() },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as { id: string };
}
