import { createHmac } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { EventDetail } from '@openday/shared/events';
import type { Venue } from '@openday/shared/places';
import type { MadeSlots, SlotPlan } from '@openday/shared/slots';
import type { MadeWebhook, Webhook } from '@openday/shared/webhooks';
import { SlotPlanJob } from '../src/modules/events/slot-plan.job';
import { WebhookJob } from '../src/modules/webhooks/webhook.job';
import { WebhookDelivery } from '../src/modules/webhooks/webhook-delivery.entity';
import type { Api } from './support/api';
import { startApp, type TestApp } from './support/app';
import { anOrganizer, aPublishedSession, inHours, theDistrict } from './support/factories';

interface Got {
  headers: IncomingHttpHeaders;
  body: string;
}

let test_: TestApp;
let desk: Api;
let neighbour: Api;
let site: Server;
let got: Got[] = [];
let answer = 200;

beforeAll(async () => {
  test_ = await startApp({ WEBHOOKS_LOCAL: '1' });
  await theDistrict(test_);
  desk = await test_.as('organizer', (await anOrganizer(test_)).name);
  neighbour = await test_.as('organizer', (await anOrganizer(test_)).name);
  site = createServer((request, reply) => {
    let body = '';
    request.on('data', (part: Buffer) => {
      body += part.toString();
    });
    request.on('end', () => {
      got.push({ headers: request.headers, body });
      reply.writeHead(answer, answer === 302 ? { location: '/elsewhere' } : {}).end();
    });
  });
  await new Promise<void>((done) => site.listen(0, '127.0.0.1', done));
});
afterAll(async () => {
  await new Promise((done) => site.close(done));
  await test_.stop();
});
beforeEach(() => {
  got = [];
  answer = 200;
});

const run = () => test_.app.get(WebhookJob).run();
const hook = async (who: Api, path = '/hook') =>
  (await who.post<MadeWebhook>('/webhooks', { url: `http://127.0.0.1:${(site.address() as AddressInfo).port}${path}` }))
    .body;
const again = (id: string) =>
  test_.database.write((manager) => manager.update(WebhookDelivery, { webhookId: id }, { nextAt: new Date(0) }));

test('a site is told of what is published, changed and cancelled, each signed by its secret, once', async () => {
  const { webhook, secret } = await hook(desk);
  const session = await aPublishedSession(desk);
  await desk.patch(`/sessions/${session.id}`, { startsAt: inHours(60), confirm: true });
  await desk.post(`/sessions/${session.id}/cancel`, { reason: '天气不好' });
  await aPublishedSession(neighbour);
  expect(await run()).toBe(3);
  expect(await run()).toBe(0);
  expect(got.map(({ headers }) => headers['x-openday-event']).sort()).toEqual([
    'session.cancelled',
    'session.changed',
    'session.published',
  ]);
  for (const { headers, body } of got) {
    const stamp = String(headers['x-openday-timestamp']);
    const mac = createHmac('sha256', secret).update(`${stamp}.${body}`).digest('hex');
    expect(headers['x-openday-signature']).toBe(`sha256=${mac}`);
    expect(Math.abs(Number(stamp) - Date.now() / 1000)).toBeLessThan(60);
    expect(JSON.parse(body)).toMatchObject({
      id: headers['x-openday-delivery'],
      session: { id: session.id, phase: 'cancelled' },
    });
  }
  const { body } = await desk.get<{ items: Webhook[] }>('/webhooks');
  expect(body.items[0]?.deliveries.map(({ state }) => state)).toEqual(['delivered', 'delivered', 'delivered']);
  expect(JSON.stringify(body)).not.toContain(secret);
  expect((await desk.delete(`/webhooks/${webhook.id}`)).status).toBe(200);
});

test('what does not arrive is tried again later under the same id, and a redirect is not followed', async () => {
  const { webhook } = await hook(desk);
  await aPublishedSession(desk);
  answer = 503;
  expect(await run()).toBe(0);
  expect(await run()).toBe(0);
  expect(got).toHaveLength(1);
  answer = 302;
  await again(webhook.id);
  expect(await run()).toBe(0);
  const deliveries = async () => (await desk.get<{ items: Webhook[] }>('/webhooks')).body.items[0]!.deliveries;
  expect(await deliveries()).toMatchObject([{ state: 'waiting', tries: 2, status: 302, problem: expect.any(String) }]);
  answer = 204;
  await again(webhook.id);
  expect(await run()).toBe(1);
  expect(new Set(got.map(({ headers }) => headers['x-openday-delivery'])).size).toBe(1);
  expect(await deliveries()).toMatchObject([{ state: 'delivered', tries: 3, nextAt: null, problem: null }]);
  await desk.delete(`/webhooks/${webhook.id}`);
});

test('hope is given up after a day and more, and a paused site is not told', async () => {
  const { webhook } = await hook(desk);
  await aPublishedSession(desk);
  answer = 500;
  for (let n = 0; n < 8; n++) {
    await run();
    const waiting = await test_.database.read.findBy(WebhookDelivery, { webhookId: webhook.id });
    if (waiting[0]?.nextAt) await again(webhook.id);
  }
  const list = await desk.get<{ items: Webhook[] }>('/webhooks');
  expect(list.body.items[0]?.deliveries).toMatchObject([{ state: 'failed', tries: 8, nextAt: null }]);
  expect((await desk.patch<Webhook>(`/webhooks/${webhook.id}`, { paused: true })).body.paused).toBe(true);
  got = [];
  await aPublishedSession(desk);
  await run();
  expect(got).toHaveLength(0);
});

test('two replicas that look at once send it once', async () => {
  const { webhook } = await hook(desk, '/twice');
  await aPublishedSession(desk);
  await Promise.all([run(), run(), run()]);
  await run();
  expect(got).toHaveLength(1);
  await desk.delete(`/webhooks/${webhook.id}`);
});

test('A29 a neighbour finds nothing of a unit’s sites, and an address inside our network is refused', async () => {
  const { webhook } = await hook(desk, '/own');
  expect((await neighbour.get<{ items: Webhook[] }>('/webhooks')).body.items).toEqual([]);
  expect(await neighbour.refused('PATCH', `/webhooks/${webhook.id}`, { paused: true })).toMatchObject({ status: 404 });
  expect(await neighbour.refused('DELETE', `/webhooks/${webhook.id}`)).toMatchObject({ status: 404 });
  for (const url of ['http://site.example.cn/', 'https://10.0.0.1/hook', 'https://localhost/hook'])
    expect(await desk.refused('POST', '/webhooks', { url })).toMatchObject({ status: 422, code: 'URL_REFUSED' });
});

test('a place that takes visits has its sessions weeks ahead, and making them twice makes none', async () => {
  const { body: event } = await desk.post<EventDetail>('/events', {
    theme: '政务公开体验区',
    window: { text: '长期', from: '2026-01-01', to: '2027-12-31', precision: 'recurring' },
  });
  const venueId = (await desk.post<Venue>('/venues', { name: '体验区', lng: 116, lat: 36.4, capacity: 12 })).body.id;
  const plan = {
    eventId: event.id,
    venueId,
    weekdays: [1, 2, 3, 4, 5, 6, 7],
    opens: '09:00',
    ends: '11:00',
    minutes: 60,
    seats: 10,
    weeks: 1,
    skipsHolidays: false,
  };
  expect(await desk.refused('POST', '/slot-plans', { ...plan, seats: 50 })).toMatchObject({
    details: [{ field: 'seats' }],
  });
  expect(await neighbour.refused('POST', '/slot-plans', plan)).toMatchObject({ status: 404 });
  const made = await desk.post<MadeSlots>('/slot-plans', plan);
  // Today's slots may have gone by.
  expect([12, 13, 14]).toContain(made.body.made);
  const { id } = made.body.plan;
  expect((await desk.post<MadeSlots>(`/slot-plans/${id}/make`)).body.made).toBe(0);
  expect(await test_.app.get(SlotPlanJob).run()).toBe(0);
  expect(await neighbour.refused('POST', `/slot-plans/${id}/make`)).toMatchObject({ status: 404 });
  const shown = (await desk.post<EventDetail>(`/events/${event.id}/publish`)).body;
  expect(shown.sessions).toHaveLength(made.body.made);
  expect((await desk.patch<SlotPlan>(`/slot-plans/${id}`, { paused: true })).body.paused).toBe(true);
  expect((await desk.get<{ items: SlotPlan[] }>('/slot-plans')).body.items).toMatchObject([{ id, paused: true }]);
});
