import type { AnnualReport } from '@openday/shared/annual';
import type { Board, Variance } from '@openday/shared/board';
import type { Closing, PastSession } from '@openday/shared/closing';
import type { EventDetail } from '@openday/shared/events';
import type { AttendanceReport } from '@openday/shared/reports';
import type { SessionCard } from '@openday/shared/sessions';
import type { ErrorBody, Page } from '@openday/shared/wire';
import { Event } from '../src/modules/events/event.entity';
import { OutboxMessage } from '../src/modules/notifications/outbox-message.entity';
import { PaperBatch } from '../src/modules/questionnaires/paper-batch.entity';
import type { Api } from './support/api';
import { startApp, type TestApp } from './support/app';
import { anOrganizer, inHours, theDistrict } from './support/factories';

let test_: TestApp;
let district: Api;

beforeAll(async () => {
  test_ = await startApp();
  district = await theDistrict(test_);
});
afterAll(() => test_.stop());

const PAST: PastSession = {
  theme: '走进净水厂',
  startsAt: '2022-09-06T01:00:00.000Z',
  endsAt: '2022-09-06T03:00:00.000Z',
  place: '净水厂',
  actual: 38,
  source: 'counted',
  explanations: 28,
  questionnaires: { handedOut: 60, returned: 57 },
  suggestions: 4,
  resolved: 3,
};

const record = (who: Api, over: Partial<PastSession> = {}) =>
  who.post<Closing & ErrorBody>('/desk/past-sessions', { ...PAST, ...over });
const aUnit = (name?: string) => anOrganizer(test_, { lng: 116.01, lat: 36.43, ...(name && { name }) });

test('a session of an earlier year is recorded in one go and stands among what is over, never among what comes', async () => {
  const unit = await aUnit('净水厂办公室');
  const { status, body } = await record(district, { organizerId: unit.id });
  expect([status, body.recordedAfter, body.state]).toEqual([201, true, 'published']);
  expect(body).toMatchObject({
    ...{ actual: 38, source: 'counted', explanations: 28, organizer: { id: unit.id } },
    questionnaires: { handedOut: 60, returned: 57 },
    suggestions: { received: 4, resolved: 3 },
  });
  const resident = await test_.as('resident');
  const past = (await resident.get<Page<SessionCard>>('/sessions?past=true&limit=50')).body.items;
  expect(past.find(({ id }) => id === body.sessionId)).toMatchObject({
    phase: 'ended',
    outcome: { came: 38, closing: { told: body.told, estimated: false } },
  });
  const coming = (await resident.get<Page<SessionCard>>('/sessions?limit=50')).body.items;
  expect(coming.map(({ id }) => id)).not.toContain(body.sessionId);
  expect((await resident.get<EventDetail>(`/events/${body.eventId}`)).body.state).toBe('closed');
});

test('its head count is the same on the board, in its rows and in the year, and goes with the report that changes it', async () => {
  const unit = await aUnit('只补录的单位');
  const desk = await test_.as('organizer', unit.name);
  const { body } = await record(desk, { planned: 20 });
  const counted = async () => {
    const range = 'from=2022-01-01T00:00:00.000Z&to=2023-01-01T00:00:00.000Z';
    const board = await desk.get<Board>(`/reports/board?${range}`);
    const rows = await desk.get<AttendanceReport>(`/reports/attendance?of=handCount&${range}`);
    const year = await desk.get<AnnualReport>('/reports/annual?year=2022');
    return [
      ...[board.body.totals.handCount, rows.body.totals.handCount],
      rows.body.rows.map(({ handCount }) => handCount),
      year.body.figures.find(({ kind }) => kind === 'participants')?.value,
    ];
  };
  expect(await counted()).toEqual([38, 38, [38], 38]);
  // Far from its plan, and nobody is asked why.
  expect((await desk.get<Page<Variance>>('/reports/board/variances')).body.items).toEqual([]);
  const closing = `/sessions/${body.sessionId}/closing`;
  await desk.post(`${closing}/unpublish`);
  await desk.patch(closing, { actual: 41, source: 'counted' });
  expect(await counted()).toEqual([41, 41, [41], 41]);
  await desk.patch(closing, { actual: 40, source: 'estimated' });
  expect((await counted()).slice(0, 3)).toEqual([0, 0, []]);
});

test('nobody who follows the unit is told of what was long ago', async () => {
  const unit = await aUnit();
  const follower = await test_.as('resident', '老关注');
  await follower.post(`/organizers/${unit.id}/follow`);
  const { body } = await record(district, { organizerId: unit.id });
  expect(await test_.database.read.countBy(OutboxMessage, { subjectId: body.eventId })).toBe(0);
});

test('the same session recorded twice, also at once, is there once', async () => {
  const unit = await aUnit();
  const over = { organizerId: unit.id, theme: '只录一次' };
  const answers = await Promise.all([record(district, over), record(district, over), record(district, over)]);
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
  expect((await record(district, over)).body.code).toBe('ALREADY_RECORDED');
  expect(await test_.database.read.countBy(Event, { theme: '只录一次' })).toBe(1);
});

test('what has not been, has no source or does not add up is refused whole', async () => {
  const unit = await aUnit();
  const of = { organizerId: unit.id, theme: '录不进去' };
  expect((await record(district, { ...of, endsAt: inHours(5) })).body.code).toBe('NOT_PAST');
  expect((await record(district, { ...of, startsAt: PAST.endsAt, endsAt: PAST.startsAt })).status).toBe(400);
  const sheets = { handedOut: 10, returned: 20 };
  expect((await record(district, { ...of, questionnaires: sheets })).body.code).toBe('TALLIES_OFF');
  expect((await record(district, { ...of, line: '电话 13800000001' })).body.code).toBe('WORDING_PERSONAL');
  expect((await record(district, { ...of, source: 'guessed' as 'counted' })).status).toBe(400);
  expect(await test_.database.read.countBy(Event, { theme: '录不进去' })).toBe(0);
});

test('a unit records for its own subtree only', async () => {
  const [own, other] = [await aUnit(), await aUnit()];
  const who = await test_.as('organizer', own.name);
  expect((await record(who, { organizerId: other.id })).status).toBe(404);
  expect((await record(who)).body.organizer.id).toBe(own.id);
  for (const role of ['staff', 'resident'] as const) expect((await record(await test_.as(role))).status).toBe(403);
});

test('the 2022 paragraph of one district comes from its records: 21 units, 22 sessions, people, questionnaires, explanations', async () => {
  const units = await Promise.all(Array.from({ length: 21 }, (_, i) => aUnit(`二二年单位${i}`)));
  const held = [...units, units[0]!];
  for (const [i, unit] of held.entries()) {
    const day = String((i % 28) + 1).padStart(2, '0');
    const times = { startsAt: `2022-09-${day}T01:00:00.000Z`, endsAt: `2022-09-${day}T03:00:00.000Z` };
    const sheets = { handedOut: 60, returned: 56 };
    const figures = { actual: 36, source: i % 3 ? ('counted' as const) : ('estimated' as const), explanations: 28 };
    const { status } = await record(district, {
      ...{ organizerId: unit.id, theme: `二二年开放日${i}`, questionnaires: sheets },
      ...times,
      ...figures,
    });
    expect(status).toBe(201);
  }
  const sum = async (table: string, column: string) =>
    Number(
      (
        await test_.database.read.query(
          `SELECT SUM(t.${column}) AS n FROM ${table} t JOIN events e ON e.id = t.eventId WHERE e.theme LIKE '二二年%'`,
        )
      )[0].n,
    );
  expect(await sum('closing_reports', 'actual')).toBe(792);
  expect(await sum('closing_reports', 'explanations')).toBe(616);
  expect(await sum('paper_batches', 'returned')).toBe(1232);
  expect(await test_.database.read.countBy(PaperBatch, { place: '现场' })).toBeGreaterThanOrEqual(22);
  const { items } = (await district.get<Page<Closing>>('/desk/closing?year=2022&limit=100')).body;
  expect(items.filter(({ theme }) => theme.startsWith('二二年')).length).toBe(22);
});

test('what was said years ago is in that year’s report; whether residents found it solved nobody was asked, which is not 0', async () => {
  const { id: organizerId } = await aUnit();
  const years = { startsAt: '2019-09-06T01:00:00.000Z', endsAt: '2019-09-06T03:00:00.000Z' };
  expect((await record(district, { ...years, organizerId })).status).toBe(201);
  const { figures } = (await district.get<AnnualReport>('/reports/annual?year=2019')).body;
  const values = Object.fromEntries(figures.map(({ kind, value }) => [kind, value]));
  expect(values).toMatchObject({ suggestions: 4, declared: 3, confirmed: null });
});
