import type { Invitation } from '@openday/shared/registrations';
import type { SessionDetail } from '@openday/shared/sessions';
import { Invitation as Row } from '../src/modules/registrations/invitation.entity';
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

const withGuests = (): Promise<SessionDetail> =>
  aPublishedSession(desk, {
    quotas: [
      { name: '居民', capacity: 2 },
      { name: '人大代表', capacity: 3, invited: true },
    ],
  });
const guestsOf = ({ quotas }: SessionDetail) => quotas.find(({ invited }) => invited)!;
const path = (session: SessionDetail) => `/quotas/${guestsOf(session).id}/invitations`;
const listOf = async (session: SessionDetail) => (await desk.get<{ items: Invitation[] }>(path(session))).body.items;

test('codes are easy to read out, all different, and sealed where they are kept', async () => {
  const session = await withGuests();
  const { status, body } = await desk.post<{ items: Invitation[] }>(path(session), { count: 200 });
  expect(status).toBe(201);
  const codes = body.items.map(({ code }) => code);
  expect(new Set(codes).size).toBe(200);
  for (const code of codes) expect(code).toMatch(/^[34679ACDEFGHJKMNPQRTUVWXY]{8}$/);
  expect(await listOf(session)).toEqual(body.items);
  const rows = await test_.database.read.findBy(Row, { quotaId: guestsOf(session).id });
  expect(codes.filter((code) => JSON.stringify(rows).includes(code))).toEqual([]);
});

test('a code lets one party in, however it is typed; cancelled, it is good again', async () => {
  const session = await withGuests();
  const { items } = (await desk.post<{ items: Invitation[] }>(path(session), { count: 2 })).body;
  const code = items[0]!.code;
  const [guest, other] = [await test_.as('resident', '代表甲'), await test_.as('resident', '代表乙')];
  const typed = `${code.slice(0, 4)}-${code.slice(4)}`.toLowerCase();
  const made = await register(guest, session.id, { seats: 2, invitation: typed });
  expect(made).toMatchObject({ status: 201, body: { status: 'confirmed', quota: { name: '人大代表' } } });
  expect((await listOf(session)).map(({ used }) => used)).toEqual([true, false]);
  expect(await register(other, session.id, { invitation: code })).toMatchObject({
    body: { code: 'INVITATION_INVALID' },
  });
  await guest.post(`/registrations/${made.body.id}/cancel`, {});
  expect((await listOf(session)).map(({ used }) => used)).toEqual([false, false]);
  expect(await register(other, session.id, { invitation: code })).toMatchObject({ status: 201 });
});

test('a pool anybody may enter has no codes, and a neighbour’s pool is not found', async () => {
  const session = await withGuests();
  const open = session.quotas.find(({ invited }) => !invited)!;
  expect(await desk.refused('POST', `/quotas/${open.id}/invitations`, { count: 1 })).toMatchObject({ status: 400 });
  const neighbour = await test_.as('organizer', (await anOrganizer(test_)).name);
  for (const [method, body] of [
    ['GET', undefined],
    ['POST', { count: 1 }],
  ] as const)
    expect(await neighbour.refused(method, path(session), body)).toMatchObject({ status: 404 });
  expect(await desk.refused('POST', path(session), { count: 201 })).toMatchObject({ status: 400 });
  expect(await listOf(session)).toEqual([]);
});
