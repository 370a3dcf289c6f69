import type { AnnualEvidence, AnnualFigure, AnnualFigureKind, AnnualReport } from '@openday/shared/annual';
import { dayOf, instantOf } from '@openday/shared/dates';
import type { Page } from '@openday/shared/wire';
import { readXlsx } from 'hucre/xlsx';
import { EventSession } from '../src/modules/events/session.entity';
import type { Organizer } from '../src/modules/organizers/organizer.entity';
import type { Api } from './support/api';
import { startApp, type TestApp } from './support/app';
import { fetched, wordsOf } from './support/exported';
import { aPublishedSession, theDistrict } from './support/factories';
import { say } from './support/suggestions';
import { enter2022 } from './support/year-2022';

let test_: TestApp;
let district: Api;
let units: Organizer[];

beforeAll(async () => {
  test_ = await startApp();
  district = await theDistrict(test_);
  units = await enter2022(test_, district);
}, 120_000);
afterAll(() => test_.stop());

const reportOf = async (year: number, who = district) =>
  (await who.get<AnnualReport>(`/reports/annual?year=${year}`)).body;
const figuresOf = (report: AnnualReport) =>
  Object.fromEntries(report.figures.map((one) => [one.kind, one])) as Record<AnnualFigureKind, AnnualFigure>;
const sentence = ({ paragraph }: AnnualReport) => paragraph.map(({ text }) => text).join('');

async function evidenceOf(figure: AnnualFigureKind, limit = 7, who = district): Promise<AnnualEvidence[]> {
  const rows: AnnualEvidence[] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const path: string = `/reports/annual/evidence?year=2022&figure=${figure}&limit=${limit}${cursor && `&cursor=${cursor}`}`;
    const { body } = await who.get<Page<AnnualEvidence>>(path);
    rows.push(...body.items);
    cursor = body.nextCursor;
  }
  return rows;
}

test('A the figures of 2022, entered as records, reproduce that paragraph of the district’s report', async () => {
  const report = await reportOf(2022);
  expect(sentence(report)).toBe(
    '2022 年，全区 21 家单位 举办政府开放日活动 22 场，邀请居民、企业和代表 约 800 人 参加，发放满意度问卷 1,200 余份，现场解读政策 600 余次。',
  );
  const { units: by, held, participants, handedOut, returned, satisfaction, explanations } = figuresOf(report);
  expect([by, held, participants, handedOut, returned, explanations].map(({ value }) => value)).toEqual([
    ...[21, 22, 803, 1236, 1148, 618],
  ]);
  expect(by.note).toBe('第1承办局办了 2 场，只算 1 家');
  expect(participants).toMatchObject({ wording: '约 800 人', estimated: { rows: 5, value: 114 } });
  expect(satisfaction).toMatchObject({ value: 1104, of: 1148, wording: '96.2%' });
  expect(report.came).toEqual([
    { source: 'handCount', sessions: 17, people: 689 },
    { source: 'estimated', sessions: 5, people: 114 },
  ]);
  expect(report.months).toEqual([0, 0, 1, 0, 1, 1, 0, 3, 13, 2, 1, 0]);
  expect(report.before).toBeNull();
});

test('every figure opens the rows that add up to it, page by page, units by name and sessions by date', async () => {
  const figures = figuresOf(await reportOf(2022));
  for (const kind of ['held', 'participants', 'handedOut', 'returned', 'satisfaction', 'explanations'] as const) {
    const rows = await evidenceOf(kind);
    expect([kind, rows.length]).toEqual([kind, figures[kind].evidence]);
    expect([kind, rows.reduce((all, { value }) => all + (value ?? 0), 0)]).toEqual([kind, figures[kind].value]);
    const days = rows.map(({ at }) => at);
    expect(days).toEqual([...days].sort());
  }
  const by = await evidenceOf('units');
  expect(by).toHaveLength(21);
  expect(by.filter(({ value }) => value === 2).map(({ unit }) => unit)).toEqual(['第1承办局']);
  const names = by.map(({ unit }) => unit);
  expect(names).toEqual([...names].sort((a, b) => a.localeCompare(b, 'zh')));
  const estimated = (await evidenceOf('participants', 100)).filter((row) => row.estimated);
  expect(estimated.map(({ source, value }) => [source, value])).toEqual(
    [25, 20, 24, 22, 23].map((value) => ['estimated', value]),
  );
});

test('a unit’s report is of its own records, and another’s are not in it; residents and door staff have none', async () => {
  const own = await test_.as('organizer', units[0]!.name);
  const report = await reportOf(2022, own);
  expect(sentence(report)).toMatch(/^2022 年，第1承办局 举办政府开放日活动 2 场，邀请居民、企业和代表 约 \d+ 人 参加/);
  expect((await evidenceOf('participants', 100, own)).map(({ unit }) => unit)).toEqual(['第1承办局', '第1承办局']);
  for (const role of ['resident', 'staff'] as const)
    for (const path of ['annual?year=2022', 'annual/evidence?year=2022&figure=held', 'annual.docx?year=2022'])
      expect(await (await test_.as(role)).refused('GET', `/reports/${path}`)).toMatchObject({ status: 403 });
});

test('what was not recorded is null and — , never 0; the year before is compared only where there is one', async () => {
  const empty = await reportOf(2021);
  expect(figuresOf(empty)).toMatchObject({
    held: { value: 0 },
    participants: { value: null, wording: '—' },
    handedOut: { value: null, wording: '—' },
    suggestions: { value: null, wording: '—' },
  });
  expect(sentence(empty)).toBe('2021 年没有举办过的活动记录。');
  const after = await reportOf(2023);
  expect(after.before?.year).toBe(2022);
  expect(after.before?.figures.find(({ kind }) => kind === 'participants')).toMatchObject({ value: 803, of: null });
});

test('cancelled sessions and those to come are planned and not held; what units declare and residents confirm stand apart', async () => {
  // From this year's first moment, and into the next: so that it is the same at any moment of it.
  const year = Number(dayOf(Date.now()).slice(0, 4));
  const moved = async (from: string, to: string) => {
    const { id } = await aPublishedSession(district);
    const times = { startsAt: new Date(instantOf(from, '00:00')), endsAt: new Date(instantOf(to, '00:00')) };
    await test_.database.write((manager) => manager.update(EventSession, { id }, times));
    return id;
  };
  await moved(`${year}-01-01`, `${year}-01-01`);
  await moved(`${year}-12-31`, `${year + 1}-01-02`);
  const cancelled = await moved(`${year}-12-31`, `${year + 1}-01-02`);
  await district.post(`/sessions/${cancelled}/cancel`, { reason: '设备检修' });
  const resident = await test_.as('resident', '王小明');
  const { body: said } = await say(resident);
  await district.post(`/suggestions/${said.id}/take`, {});
  await district.post(`/suggestions/${said.id}/answer`, { text: '已经修好了路灯', resolved: true });
  await say(resident, { text: '公交站牌看不清楚' });
  const figures = figuresOf(await reportOf(year));
  expect(figures.planned.value).toBe(3);
  expect(figures.held).toMatchObject({ value: 1, note: '计划 3 场，取消 1 场；还没办完 1 场，不计' });
  expect([figures.suggestions, figures.declared, figures.confirmed].map(({ value }) => value)).toEqual([2, 1, 0]);
});

test('the report goes out for Word and for Excel with the same figures', async () => {
  const word = await fetched(test_, district, '/reports/annual.docx?year=2022');
  expect(word.headers['content-type']).toContain('wordprocessingml');
  const text = wordsOf(word.bytes);
  expect(text).toContain('2022年，全区21家单位');
  for (const said of ['约800人', '1,200余份', '600余次', '2021 年没有录入', '估计'])
    expect(text).toContain(said.replace(' ', ''));
  const { sheets } = await readXlsx((await fetched(test_, district, '/reports/annual.xlsx?year=2022')).bytes);
  const figures = sheets[0]!.rows.map(([name, value]) => [name, value]);
  expect(figures).toEqual(
    expect.arrayContaining([
      ['到场人数', 803],
      ['问卷发放', 1236],
      ['政策解读', 618],
    ]),
  );
  expect(sheets.find(({ name }) => name === '场次和到场人数')!.rows).toHaveLength(23);
});

test('a wrong year, figure or cursor is refused by field', async () => {
  const refused = (path: string) => district.refused('GET', `/reports/annual${path}`);
  expect(await refused('')).toMatchObject({ status: 400, details: [{ field: 'year' }] });
  expect(await refused('?year=20x2')).toMatchObject({ status: 400 });
  expect(await refused('/evidence?year=2022&figure=best')).toMatchObject({
    status: 400,
    details: [{ field: 'figure' }],
  });
  expect(await refused('/evidence?year=2022&figure=held&cursor=xx')).toMatchObject({ status: 400, code: 'BAD_CURSOR' });
  expect(await refused('?year=2022&programme=1000000000000000001')).toMatchObject({ status: 404 });
});
