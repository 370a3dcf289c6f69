import { aPlanRow } from '../../../test/support/plan';
import { digestOf, sentOut } from './digest';

const NOW = Date.parse('2026-09-01T00:00:00.000Z');
const UNITS = [{ id: '7000000000000000003', name: '高新区九州街道' }];
const VENUES = [{ id: '7000000000000000009', name: '九州便民服务中心' }];
const held = { startsAt: '2026-09-11T01:00:00.000Z', endsAt: '2026-09-11T03:00:00.000Z' };
const past = { startsAt: '2026-08-11T01:00:00.000Z', endsAt: '2026-08-11T03:00:00.000Z' };
const dated = aPlanRow({ state: 'published', eventId: '1', decided: { ...held, venueId: VENUES[0]?.id } });
const undated = aPlanRow({ state: 'announced', eventId: '2', index: 2, decided: { act: 'announce', theme: '看农场' } });

test('one text has every item that is public, each with its time, its place, its unit and its own link', () => {
  const items = sentOut([dated, undated], UNITS, VENUES, NOW);
  expect(
    digestOf('2026年政府开放月活动统计表', items, (event) => `https://open.example/${event}`).split('\n\n'),
  ).toEqual([
    '2026年政府开放月',
    '共 2 项，免费参加，点链接看详情和报名。',
    '1. 走进便民服务中心\n时间：9月11日 周五 上午9:00–11:00\n地点：九州便民服务中心\n主办：高新区九州街道\n报名：https://open.example/1',
    '2. 看农场\n时间：9月上旬，日期待定\n主办：高新区九州街道\n报名：https://open.example/2',
  ]);
});

test('what is not public, or over, is left out; one with a date still to come is not', () => {
  const draft = aPlanRow();
  const over = aPlanRow({ state: 'published', eventId: '3', decided: past });
  const again = aPlanRow({ state: 'published', eventId: '4', decided: { ...past, moreTimes: [held] } });
  expect(sentOut([draft, over, again], UNITS, VENUES, NOW).map(({ eventId }) => eventId)).toEqual(['4']);
});
