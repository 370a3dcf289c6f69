import type { DoorCounts, ScanFact } from '@openday/shared/check-in';
import type { Programme } from '@openday/shared/places';
import type { PlanImport } from '@openday/shared/plans';
import type { Registration } from '@openday/shared/registrations';
import { CheckIn } from '../src/modules/check-in/check-in.entity';
import { DoorRetentionJob } from '../src/modules/check-in/door-retention.job';
import { EventSession } from '../src/modules/events/session.entity';
import { OutboxMessage } from '../src/modules/notifications/outbox-message.entity';
import { PlanImport as PlanRowImport } from '../src/modules/plans/plan-import.entity';
import { PlanRetentionJob } from '../src/modules/plans/plan-retention.job';
import { PlanRow } from '../src/modules/plans/plan-row.entity';
import { IdempotencyKey } from '../src/modules/registrations/idempotency.entity';
import { Registration as Row } from '../src/modules/registrations/registration.entity';
import { RetentionJob } from '../src/modules/registrations/retention.job';
import { type Due, dueToGo } from '../src/operation/retention';
import type { Api } from './support/api';
import { startApp, type TestApp } from './support/app';
import { anOrganizer, aPublishedSession, register, theDistrict } from './support/factories';

let test_: TestApp;
let desk: Api;

beforeAll(async () => {
  test_ = await startApp();
  desk = await theDistrict(test_);
});
afterAll(() => test_.stop());

const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000);

test('an enterprise’s name, why somebody was refused and what the unit wrote to them go with the names', async () => {
  const session = await aPublishedSession(desk, {
    quotas: [{ name: '企业', capacity: 5, asksEnterprise: true }],
  });
  const who = await test_.as('resident', '厂里的人');
  const { body } = await register(who, session.id, { enterprise: '东阿某厂' });
  const changed = await desk.patch(`/sessions/${session.id}`, {
    endsAt: new Date(Date.parse(session.endsAt) + 1).toISOString(),
    reason: '请李师傅先到',
    confirm: true,
  });
  expect(changed).toMatchObject({ status: 200 });
  const removed = await desk.post(`/registrations/${body.id}/remove`, { reason: '王厂长不让来' });
  expect(removed).toMatchObject({ status: 200 });
  const stored = async () => {
    const { enterprise, endReason } = await test_.database.read.findOneByOrFail(Row, { id: body.id });
    const notes = (await test_.database.read.findBy(OutboxMessage, { subjectId: body.id })).map(({ note }) => note);
    return { enterprise, endReason, notes: notes.filter((note) => note !== null) };
  };
  expect(await stored()).toEqual({ enterprise: '东阿某厂', endReason: '王厂长不让来', notes: ['请李师傅先到'] });
  await test_.database.write((m) => m.update(EventSession, { id: session.id }, { endsAt: daysAgo(31) }));
  await test_.app.get(RetentionJob).run();
  expect(await stored()).toEqual({ enterprise: null, endReason: null, notes: [] });
  expect((await who.get<Registration>(`/registrations/${body.id}`)).status).toBe(200);
});

test('keys are kept seven days, then nobody needs them', async () => {
  const session = await aPublishedSession(desk);
  const who = await test_.as('resident', '有钥匙的');
  const { body } = await register(who, session.id, {}, 'asked-for-once');
  const [key] = await test_.database.read.findBy(IdempotencyKey, { registrationId: body.id });
  const age = (days: number) =>
    test_.database.write((m) => m.update(IdempotencyKey, { id: key!.id }, { createdAt: daysAgo(days) }));
  await age(6.9);
  expect(await test_.app.get(RetentionJob).runKeys()).toBe(0);
  await age(7.1);
  expect(await test_.app.get(RetentionJob).runKeys()).toBe(1);
  expect(await register(who, session.id, {}, 'asked-for-once')).toMatchObject({ status: 200, body: { id: body.id } });
});

test('whom a sheet names to be called goes when its sessions are long over, or its year is', async () => {
  await anOrganizer(test_, { name: '西桥社区' });
  const text = [
    '2030年旧开放月计划表',
    ['序号', '时间', '活动主题', '活动内容', '拟参加人数', '承办单位', '联系人及电话'].join('\t'),
    [
      '1',
      '6月中旬',
      '看粮仓',
      '邀请居民到现场看看，先打 13800000001 约时间',
      '20人',
      '西桥社区',
      '王小明 0635-0000001',
    ].join('\t'),
  ].join('\n');
  const plan = (await desk.post<PlanImport>('/plan-imports', { text })).body;
  const seen = async () => (await desk.get<PlanImport>(`/plan-imports/${plan.id}`)).body.items[0]!;
  const job = test_.app.get(PlanRetentionJob);
  const set = (columns: Partial<PlanRow>) =>
    test_.database.write((m) => m.update(PlanRow, { importId: plan.id }, columns));
  await set({ updatedAt: daysAgo(60) });
  expect([await job.run(), (await seen()).parsed.contacts]).toEqual([
    0,
    [{ name: '王小明', phones: ['0635-0000001'] }],
  ]);
  await test_.database.write((m) => m.update(PlanRowImport, { id: plan.id }, { year: 2020 }));
  expect([await job.run(), await job.run()]).toEqual([1, 0]);
  const row = await seen();
  expect(row).toMatchObject({ parsed: { theme: '看粮仓', contacts: [] }, raw: { theme: { text: '看粮仓' } } });
  expect(JSON.stringify(row)).not.toMatch(/王小明|0635-0000001|13800000001/);
});

test('what people typed at a door goes with the names; figures, who said it and the standard reasons stay', async () => {
  const session = await aPublishedSession(desk);
  const fact = (seq: number, over: Partial<ScanFact>): ScanFact => ({
    ...{ id: `${session.id}-${seq}`, seq, sessionId: session.id, kind: 'walkIn', seats: 1, shown: 'go' },
    ...{ at: new Date().toISOString(), clockOffsetMs: 0, ...over },
  });
  const upload = (deviceId: string, scans: ScanFact[]) => desk.post('/check-in/scans', { deviceId, scans });
  await upload('door-east', [
    fact(1, { reason: '王小明带亲戚来的' }),
    fact(2, { kind: 'correction', seats: 8, reason: '王小明又数了一遍' }),
    fact(3, { kind: 'correction', seats: 9, reason: '照纸名单重数' }),
  ]);
  await upload('door-west', [{ ...fact(1, {}), id: `${session.id}-west` }]);
  const excuse = (deviceId: string, reason: string) =>
    desk.post(`/check-in/sessions/${session.id}/excuse`, { deviceId, reason });
  await excuse('door-east', '王小明拿回家了');
  await excuse('door-west', '手机丢了');
  const before = (await desk.get<DoorCounts>(`/check-in/sessions/${session.id}/counts`)).body;
  expect(before.final).toBe(true);
  const job = test_.app.get(DoorRetentionJob);
  const ends = (endsAt: Date) => test_.database.write((m) => m.update(EventSession, { id: session.id }, { endsAt }));
  await ends(daysAgo(29.9));
  expect(await job.run()).toBe(0);
  await ends(daysAgo(30.1));
  expect([await job.run(), await job.run()]).toEqual([2, 0]);
  const [own, standard] = before.corrections;
  const [east, west] = before.devices;
  expect((await desk.get<DoorCounts>(`/check-in/sessions/${session.id}/counts`)).body).toEqual({
    ...before,
    corrections: [{ ...own, reason: '' }, standard],
    devices: [{ ...east, excused: { ...east?.excused, reason: '' } }, west],
  });
  const rows = await test_.database.read.findBy(CheckIn, { sessionId: session.id });
  expect(rows.filter(({ reason }) => reason !== null).map(({ reason }) => reason)).toEqual(['照纸名单重数']);
});

test('a programme may let names go earlier; the dry run tells by field and programme what goes, and takes nothing', async () => {
  const programme = (await desk.post<Programme>('/programmes', { title: '短留开放月', year: 2030 })).body;
  const rule = { noShowLimit: null, noShowDays: null };
  for (const keptDays of [0, 31])
    expect((await desk.patch(`/programmes/${programme.id}`, { ...rule, keptDays })).status).toBe(400);
  expect((await desk.patch(`/programmes/${programme.id}`, { ...rule, keptDays: 7 })).body).toMatchObject({
    keptDays: 7,
  });
  expect((await desk.patch(`/programmes/${programme.id}`, rule)).body).toMatchObject({ keptDays: 7 });
  const questions = [{ id: 'how', kind: 'text' as const, text: '您怎么来？' }];
  const who = await test_.as('resident', '留得短的');
  for (const over of [{ programmeId: programme.id }, {}]) {
    const session = await aPublishedSession(desk, {}, { ...over, questions });
    const answers = [{ question: 'how', value: '走路' }];
    await register(who, session.id, { seats: 2, companions: [{ name: '同来的' }], answers });
    const fact = { id: `${session.id}-1`, seq: 1, sessionId: session.id, kind: 'walkIn', seats: 1, shown: 'go' };
    const at = { at: new Date().toISOString(), clockOffsetMs: 0, reason: '王小明带来的' };
    await desk.post('/check-in/scans', { deviceId: `door-${session.id}`, scans: [{ ...fact, ...at }] });
    await test_.database.write((m) => m.update(EventSession, { id: session.id }, { endsAt: daysAgo(8) }));
  }
  const due = async (days = 0) => dueToGo(test_.database.read, new Date(Date.now() + days * 86_400_000));
  const of = (title: string | null, found: Due[]) =>
    Object.fromEntries(found.filter((one) => one.programme === title).map(({ field, rows }) => [field, rows]));
  const fields = {
    ...{ '报名：姓名、手机号': 1, '报名：同行人的姓名': 1, '报名：问题的回答': 1, '门口：写的原因': 1 },
  };
  expect(of('2030 短留开放月', await due())).toEqual(fields);
  expect(of(null, await due())).toEqual({});
  expect(of(null, await due(23))).toMatchObject(fields);
  expect([await test_.app.get(RetentionJob).run(), await test_.app.get(DoorRetentionJob).run()]).toEqual([1, 1]);
  expect(await due()).toEqual([]);
});
