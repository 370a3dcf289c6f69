import type { Closing, ClosingCard, ClosingChange, PublicClosing } from '@openday/shared/closing';
import type { SessionCard, SessionDetail } from '@openday/shared/sessions';
import type { ErrorBody, Page } from '@openday/shared/wire';
import { AuditEntry } from '../src/modules/audit/audit-entry.entity';
import { tellShown } from '../src/modules/changes/changes.writer';
import { ClosingReminderJob } from '../src/modules/closing/closing-reminder.job';
import { EventSession } from '../src/modules/events/session.entity';
import { Image } from '../src/modules/images/image.entity';
import { OutboxMessage } from '../src/modules/notifications/outbox-message.entity';
import type { Api } from './support/api';
import { onMariadb, startApp, type TestApp } from './support/app';
import { anOrganizer, aPublishedSession, inHours, register, theDistrict } from './support/factories';

let test_: TestApp;
let district: Api;

beforeAll(async () => {
  test_ = await startApp();
  district = await theDistrict(test_);
});
afterAll(() => test_.stop());

const DAY = 24;

const endedAgo = (session: SessionDetail, hours: number) =>
  test_.database.write(async (m) => {
    const over = { startsAt: new Date(inHours(-hours - 2)), endsAt: new Date(inHours(-hours)) };
    await m.update(EventSession, { id: session.id }, over);
    await tellShown(m, { sessions: [session.id] });
  });

let seq = 0;
/** Said at the door: walk-ins, or the hand count itself. */
const said = (sessionId: string, kind: 'walkIn' | 'correction', seats: number) => {
  seq += 1;
  const at = new Date().toISOString();
  const fact = { id: `closing-${seq}`, seq, sessionId, kind, seats, at, clockOffsetMs: 0, shown: 'go' };
  const scans = [{ ...fact, ...(kind === 'correction' && { reason: '数过' }) }];
  return district.post('/check-in/scans', { deviceId: 'door1', scans });
};

/** Planned 15, 34 counted, 22 checked in. */
async function held(unit?: string): Promise<SessionDetail> {
  const event = { headcount: { min: 15, max: 15, text: '15人' }, ...(unit && { organizerId: unit }) };
  const session = await aPublishedSession(district, {}, event);
  await said(session.id, 'walkIn', 22);
  await said(session.id, 'correction', 34);
  await endedAgo(session, 1);
  return session;
}

const closing = async (who: Api, id: string) => (await who.get<Closing>(`/sessions/${id}/closing`)).body;
const fill = (who: Api, id: string, body: ClosingChange) =>
  who.patch<Closing & ErrorBody>(`/sessions/${id}/closing`, body);
const publish = (who: Api, id: string) => who.post<Closing & ErrorBody>(`/sessions/${id}/closing/publish`);
const REASONS: ClosingChange = { countReasons: ['noPhone'], planReasons: ['interest'] };

test('a report is prefilled from the records and asks first for what is missing', async () => {
  const session = await held();
  const found = await closing(district, session.id);
  expect(found).toMatchObject({
    state: null,
    ...{ actual: 34, source: 'counted', actualSaid: false, countDiffers: 12, planDiffers: 19 },
    numbers: { checkedIn: 22, handCount: 34, registered: 0, capacity: 20 },
    gaps: ['countReason', 'planReason'],
  });
  expect(found.preview).toContain('34 位居民到场');
  const refused = await publish(district, session.id);
  expect(refused).toMatchObject({ status: 409, body: { code: 'CLOSING_GAPS' } });
  expect(refused.body.details).toHaveLength(2);
});

test('what was published is what residents read, at its event and among what is over, until it is taken down', async () => {
  const session = await held();
  await fill(district, session.id, { ...REASONS, explanations: 11, line: '下月再办一次' });
  const guest = await test_.as('resident');
  const read = async () =>
    (await guest.get<{ items: PublicClosing[] }>(`/events/${session.eventId}/closing`)).body.items;
  const card = async () => {
    const { body } = await guest.get<Page<SessionCard>>('/sessions?past=true&limit=100');
    return body.items.find(({ id }) => id === session.id)?.outcome;
  };
  expect(await read()).toEqual([]);
  expect(await card()).toMatchObject({ came: 22, closing: null });
  const { body } = await publish(district, session.id);
  expect(body).toMatchObject({ state: 'published', told: body.preview });
  expect(await read()).toMatchObject([
    { told: body.told, line: '下月再办一次', actual: 34, estimated: false, photos: [] },
  ]);
  expect(await card()).toMatchObject({ came: 34, closing: { told: body.told } });
  expect((await fill(district, session.id, { explanations: 12 })).body.code).toBe('CLOSING_PUBLISHED');
  await district.post(`/sessions/${session.id}/closing/unpublish`);
  expect(await read()).toEqual([]);
  await fill(district, session.id, { explanations: 12 });
  expect((await publish(district, session.id)).body.told).toContain('现场解读政策 12 次');
  const acts = await test_.database.read.findBy(AuditEntry, { targetId: session.id });
  const done = ['change', 'change', 'publish', 'publish', 'unpublish'].map((act) => `closing.${act}`);
  expect(acts.map(({ act }) => act).sort()).toEqual(done);
});

test('a figure the unit gives has its source, and an estimate is said to be one', async () => {
  const session = await aPublishedSession(district);
  await endedAgo(session, 1);
  expect((await closing(district, session.id)).gaps).toEqual(['actual']);
  expect((await fill(district, session.id, { actual: 60 })).body.details).toMatchObject([{ field: 'source' }]);
  await fill(district, session.id, { actual: 60, source: 'estimated' });
  const { body } = await publish(district, session.id);
  expect(body.told).toContain('估计 60 位居民到场');
});

test('mobile numbers are refused in every line, pictures must be there and be vouched for', async () => {
  const session = await held();
  for (const line of ['countNote', 'planNote', 'line'] as const)
    expect((await fill(district, session.id, { [line]: '找小王 138 0000 0001' })).body.code).toBe('WORDING_PERSONAL');
  const sha = 'a'.repeat(64);
  expect((await fill(district, session.id, { photos: [sha] })).body.code).toBe('PICTURE_UNKNOWN');
  const image = { id: '1000000000000000001', organizerId: '1', sha, width: 1, height: 1, createdAt: new Date() };
  await test_.database.write((m) => m.insert(Image, image));
  await fill(district, session.id, { ...REASONS, photos: [sha] });
  expect((await closing(district, session.id)).gaps).toEqual(['photos']);
  await fill(district, session.id, { photosVouched: true });
  expect((await publish(district, session.id)).status).toBe(200);
});

test('questionnaires and suggestions come from their records', async () => {
  const session = await aPublishedSession(district);
  const guest = await test_.as('resident', '写总结的');
  await register(guest, session.id);
  await endedAgo(session, 1);
  const tallies = {
    satisfaction: { veryGood: 18, good: 1, fair: 1, poor: 0, veryPoor: 0, blank: 0 },
    clarity: { clear: 20, partly: 0, unclear: 0, blank: 0 },
  };
  const batch = { place: '门口', handedOut: 30, returned: 20, tallies };
  await district.post(`/events/${session.eventId}/paper-batches`, batch);
  const text = { kind: 'suggestion', text: '多放几把椅子', sessionId: session.id };
  await guest.post('/suggestions', text, { 'idempotency-key': 'closing-suggestion' });
  expect(await closing(district, session.id)).toMatchObject({
    questionnaires: { handedOut: 30, returned: 20, online: 0, answered: 20, satisfied: 19 },
    suggestions: { received: 1, answered: 0, resolved: 0, confirmed: 0 },
  });
});

test('what is not over has no report yet, and what was cancelled never has', async () => {
  const session = await aPublishedSession(district);
  expect(await district.refused('GET', `/sessions/${session.id}/closing`)).toMatchObject({ code: 'NOT_OVER' });
  await endedAgo(session, 1);
  await test_.database.write((m) => m.update(EventSession, { id: session.id }, { cancelledAt: new Date() }));
  expect(await district.refused('GET', `/sessions/${session.id}/closing`)).toMatchObject({ code: 'SESSION_CANCELLED' });
});

test('another unit finds no report, staff and residents may neither read nor publish one', async () => {
  const [own, other] = [await anOrganizer(test_), await anOrganizer(test_)];
  const session = await held(own.id);
  const who = await test_.as('organizer', own.name);
  expect((await closing(who, session.id)).sessionId).toBe(session.id);
  const neighbour = await test_.as('organizer', other.name);
  const calls = [
    ['GET', `/sessions/${session.id}/closing`],
    ['PATCH', `/sessions/${session.id}/closing`, REASONS],
    ['POST', `/sessions/${session.id}/closing/publish`],
    ['POST', `/sessions/${session.id}/closing/unpublish`],
  ] as const;
  for (const [method, path, body] of calls) {
    expect(await neighbour.refused(method, path, body)).toMatchObject({ status: 404 });
    for (const role of ['staff', 'resident'] as const)
      expect(await (await test_.as(role)).refused(method, path, body)).toMatchObject({ status: 403 });
  }
  expect((await neighbour.get<Page<ClosingCard>>('/desk/closing')).body.items).toEqual([]);
});

test('lists go by what there is to do: due by its day, past due said so, the rest newest first', async () => {
  const unit = await anOrganizer(test_);
  const who = await test_.as('organizer', unit.name);
  const [late, fresh, done] = [await held(unit.id), await held(unit.id), await held(unit.id)];
  await endedAgo(late, 12 * DAY);
  await fill(who, done.id, REASONS);
  await publish(who, done.id);
  const { body: due } = await who.get<{ items: ClosingCard[]; total: number }>('/desk/closing/due');
  expect(due.items.map(({ sessionId, overdue }) => [sessionId, overdue])).toEqual([
    [late.id, true],
    [fresh.id, false],
  ]);
  expect(due.total).toBe(2);
  const list = async (query: string) => (await who.get<Page<ClosingCard>>(`/desk/closing?${query}`)).body;
  expect((await list('show=published')).items).toMatchObject([{ sessionId: done.id, state: 'published', actual: 34 }]);
  const first = await list('show=due&limit=1');
  const second = await list(`show=due&limit=1&cursor=${first.nextCursor}`);
  expect([...first.items, ...second.items].map(({ sessionId }) => sessionId)).toEqual([late.id, fresh.id]);
  expect((await list('year=2001')).items).toEqual([]);
});

test('two replicas remind a unit once before its report is due and once when it is past due', async () => {
  const unit = await anOrganizer(test_);
  const who = await test_.as('organizer', unit.name);
  const session = await held(unit.id);
  const replica = onMariadb ? await test_.replica() : test_;
  const run = () => Promise.all([test_, replica].map(({ app }) => app.get(ClosingReminderJob).run()));
  const told = async () => {
    const messages = await test_.database.read.findBy(OutboxMessage, { subjectId: session.id });
    return messages.map(({ kind }) => kind).sort();
  };
  await run();
  expect(await told()).toEqual([]);
  await endedAgo(session, 9.5 * DAY);
  await run();
  await run();
  expect(await told()).toEqual(['closingSoon']);
  await endedAgo(session, 12 * DAY);
  await run();
  await run();
  expect(await told()).toEqual(['closingDue', 'closingSoon']);
  const published = await held(unit.id);
  await fill(who, published.id, REASONS);
  await publish(who, published.id);
  await endedAgo(published, 12 * DAY);
  await run();
  expect(await test_.database.read.countBy(OutboxMessage, { subjectId: published.id })).toBe(0);
});
