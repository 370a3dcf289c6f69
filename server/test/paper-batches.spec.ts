import type { NewPaperBatch, PaperBatch, QuestionnaireResults, Tallies } from '@openday/shared/questionnaires';
import type { ErrorBody } from '@openday/shared/wire';
import { EventSession } from '../src/modules/events/session.entity';
import type { Api } from './support/api';
import { startApp, type TestApp } from './support/app';
import { linesOf } from './support/exported';
import { anOrganizer, aPublishedSession, inHours, register, theDistrict } from './support/factories';

let test_: TestApp;
let district: Api;

beforeAll(async () => {
  test_ = await startApp();
  district = await theDistrict(test_);
});
afterAll(() => test_.stop());

const TICKED: Tallies = {
  satisfaction: { veryGood: 12, good: 5, fair: 1, poor: 0, veryPoor: 0, blank: 2 },
  clarity: { clear: 15, partly: 4, unclear: 1, blank: 0 },
};
const BATCH: NewPaperBatch = { place: '签到台', handedOut: 30, returned: 20, tallies: TICKED };

const enter = (who: Api, eventId: string, over: Partial<NewPaperBatch> = {}) =>
  who.post<PaperBatch & ErrorBody>(`/events/${eventId}/paper-batches`, { ...BATCH, ...over });
const results = async (who: Api, eventId: string, session = '') =>
  (await who.get<QuestionnaireResults>(`/events/${eventId}/questionnaires${session && `?session=${session}`}`)).body;

/** A session that is over, answered for online by so many. */
async function answered(n: number) {
  const session = await aPublishedSession(district);
  const guests = await Promise.all(Array.from({ length: n }, (_, i) => test_.as('resident', `答卷人${i}`)));
  for (const guest of guests) await register(guest, session.id);
  const over = { startsAt: new Date(inHours(-3)), endsAt: new Date(inHours(-1)) };
  await test_.database.write((m) => m.update(EventSession, { id: session.id }, over));
  for (const guest of guests)
    await guest.post(`/sessions/${session.id}/responses`, { satisfaction: 'good', clarity: 'clear' });
  return session;
}

test('online and paper stand apart and together, each with its n', async () => {
  const session = await answered(3);
  expect(await enter(district, session.eventId)).toMatchObject({ status: 201, body: { sessionId: session.id } });
  await enter(district, session.eventId, { place: '社区服务站', handedOut: 100, returned: 60, tallies: undefined });
  const { online, paper, together, batches } = await results(district, session.eventId);
  expect(online).toMatchObject({ n: 3, satisfaction: { answered: 3, satisfied: 3 } });
  expect(paper).toMatchObject({ handedOut: 130, returned: 80, n: 80, satisfaction: { answered: 18, satisfied: 17 } });
  expect(together).toMatchObject({ n: 83, satisfaction: { answered: 21, satisfied: 20 }, clarity: { answered: 23 } });
  expect(batches.map(({ place }) => place)).toEqual(['签到台', '社区服务站']);
  expect(await linesOf(test_, district, `satisfaction.xlsx?event=${session.eventId}`)).toEqual([
    expect.objectContaining({
      ...{ 网上答卷: 3, '网上满意（%）': 100, 纸质发放: 130, 纸质收回: 80, '纸质满意（%）': 94.4, 合计份数: 83 },
      ...{ 答了满意吗: 21, 其中满意和很满意: 20, '满意（%）': 95.2, 满意: 8, '满意吗：没填': 2, 没说清: 1 },
    }),
  ]);
  expect(await linesOf(test_, district, `papers.xlsx?event=${session.eventId}`)).toMatchObject([
    { 在哪儿发的: '签到台', 发放: 30, 收回: 20, 很满意: 12, 说清楚了: 15 },
    { 在哪儿发的: '社区服务站', 发放: 100, 收回: 60, 很满意: null, 说清楚了: null },
  ]);
});

test('under three answers online are not told, nor by way of the sum', async () => {
  const session = await answered(2);
  await enter(district, session.eventId);
  expect(await results(district, session.eventId, session.id)).toMatchObject({
    online: { n: null, tallies: null },
    paper: { n: 20 },
    together: null,
  });
  const [line] = await linesOf(test_, district, `satisfaction.csv?event=${session.eventId}`);
  expect(line).toMatchObject({ 网上答卷: '不到 3 份', '网上满意（%）': '', 纸质收回: '20', 合计份数: '', 很满意: '' });
});

test('what does not add up is refused, with what is off; mended it takes the place of what stood', async () => {
  const { eventId } = await answered(0);
  const off = await enter(district, eventId, { returned: 21 });
  expect(off).toMatchObject({ status: 422, body: { code: 'TALLIES_OFF' } });
  expect(off.body.details?.map(({ message }) => message)).toEqual([
    '“满意度”加起来比收回的少 1 份',
    '“说清楚了吗”加起来比收回的少 1 份',
  ]);
  expect((await enter(district, eventId, { handedOut: 5 })).body.details).toMatchObject([{ field: 'returned' }]);
  const { id } = (await enter(district, eventId)).body;
  await district.put(`/paper-batches/${id}`, { place: '签到台', handedOut: 40, returned: 25 });
  expect(await results(district, eventId)).toMatchObject({
    paper: { handedOut: 40, returned: 25, tallies: null },
    batches: [{ id, tallies: null }],
  });
  await district.delete(`/paper-batches/${id}`);
  expect((await results(district, eventId)).batches).toEqual([]);
});

test('another unit finds no results and no batches, staff and residents may not enter any', async () => {
  const { eventId } = await answered(0);
  const { id } = (await enter(district, eventId)).body;
  const neighbour = await test_.as('organizer', (await anOrganizer(test_)).name);
  const calls = [
    ['GET', `/events/${eventId}/questionnaires`],
    ['POST', `/events/${eventId}/paper-batches`, BATCH],
    ['PUT', `/paper-batches/${id}`, BATCH],
    ['DELETE', `/paper-batches/${id}`],
  ] as const;
  for (const [method, path, body] of calls) {
    expect(await neighbour.refused(method, path, body)).toMatchObject({ status: 404 });
    for (const role of ['staff', 'resident'] as const)
      expect(await (await test_.as(role)).refused(method, path, body)).toMatchObject({ status: 403 });
  }
  const elsewhere = await answered(0);
  expect((await enter(district, eventId, { sessionId: elsewhere.id })).status).toBe(404);
});
