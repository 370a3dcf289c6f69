import { fromBase64 } from '@openday/shared/base64';
import { type CodeFields, counterAt, registrationCode } from '@openday/shared/check-in-code';
import type { Registration, Ticket } from '@openday/shared/registrations';
import { AuditEntry } from '../src/modules/audit/audit-entry.entity';
import type { Api } from './support/api';
import { startApp, type TestApp } from './support/app';
import { aPublishedSession, register, theDistrict } from './support/factories';

let test_: TestApp;
let desk: Api;

beforeAll(async () => {
  test_ = await startApp();
  desk = await theDistrict(test_);
});
afterAll(() => test_.stop());

const PHONE = '13800000021';

/** A community worker registers somebody with a phone, and prints the slip. */
async function aSlip(name: string, phone: string | undefined = PHONE) {
  const session = await aPublishedSession(desk);
  const worker = await test_.as('resident', '网格员');
  const onBehalfOf = { name, relation: 'served' as const, consent: true, ...(phone && { phone }) };
  const registration = (await register(worker, session.id, { seats: 2, onBehalfOf })).body;
  const ticket = (await worker.get<Ticket>(`/registrations/${registration.id}/ticket`)).body;
  const code = (over: Partial<CodeFields> = {}) =>
    registrationCode(
      {
        keyId: ticket.keyId,
        sessionId: session.id,
        registrationId: registration.id,
        kind: 'printed',
        seats: 2,
        counter: 0,
        ...over,
      },
      fromBase64(ticket.codeKey),
    );
  return { session, worker, registration, code };
}

const claim = (who: Api, code: string, phone = PHONE) =>
  who.post<Registration>('/registrations/claim', { code, phone });

test('the slip’s code and the phone make it one’s own; the worker keeps nothing', async () => {
  const { worker, registration, code } = await aSlip('王小明');
  const resident = await test_.as('resident', '王小明');
  const { status, body } = await claim(resident, code());
  expect([status, body]).toEqual([200, { ...registration, name: '王小明' }]);
  expect(body.onBehalfOf).toEqual({ relation: 'served' });
  expect((await resident.get<{ items: Registration[] }>('/registrations')).body.items.map(({ id }) => id)).toEqual([
    registration.id,
  ]);
  expect(await worker.refused('GET', `/registrations/${registration.id}`)).toMatchObject({ status: 404 });
  expect((await resident.get(`/registrations/${registration.id}/ticket`)).status).toBe(200);
  expect((await claim(resident, code().toLowerCase())).status).toBe(200);
  const audited = await test_.database.read.findBy(AuditEntry, {
    act: 'registration.claim',
    targetId: registration.id,
  });
  expect(audited.map(({ result }) => result)).toEqual(['ok', 'ok']);
});

test.each<[string, (slip: Awaited<ReturnType<typeof aSlip>>) => [code: string, phone?: string]]>([
  ['another phone', ({ code }) => [code(), '13800000022']],
  ['a code from a phone', ({ code }) => [code({ kind: 'live', counter: counterAt(Date.now()) })]],
  ['an altered code', ({ code }) => [code().replace(/.$/, (last) => (last === '0' ? '1' : '0'))]],
  ['another registration’s key', ({ code }) => [code({ registrationId: '1234567890123456789' })]],
  ['no code of ours', () => ['NO CODE OF OURS AT ALL']],
])('with %s nothing is claimed', async (_, wrong) => {
  const slip = await aSlip('李小红');
  const stranger = await test_.as('resident', `拿了${_.slice(0, 6)}`);
  expect(await claim(stranger, ...wrong(slip))).toMatchObject({ status: 422, body: { code: 'SLIP_INVALID' } });
  expect((await slip.worker.get(`/registrations/${slip.registration.id}`)).status).toBe(200);
});

test('what somebody registered for themselves, or without a phone, is not claimed', async () => {
  const without = await aSlip('赵奶奶', '');
  const stranger = await test_.as('resident', '没电话的');
  expect((await claim(stranger, without.code())).status).toBe(422);
  const session = await aPublishedSession(desk);
  const owner = await test_.as('resident', '自己报的');
  await owner.patch('/me', { phone: '13800000023' });
  const own = (await register(owner, session.id)).body;
  const ticket = (await owner.get<Ticket>(`/registrations/${own.id}/ticket`)).body;
  const fields = {
    keyId: 1,
    sessionId: session.id,
    registrationId: own.id,
    kind: 'printed',
    seats: 1,
    counter: 0,
  } as const;
  const code = registrationCode(fields, fromBase64(ticket.codeKey));
  expect((await claim(stranger, code, '13800000023')).status).toBe(422);
});

test('a slip printed before the door’s key was changed is still claimed', async () => {
  const { session, registration, code } = await aSlip('李小旧');
  const old = code();
  expect((await desk.post(`/check-in/sessions/${session.id}/new-key`)).status).toBeLessThan(300);
  const resident = await test_.as('resident', '李小旧');
  expect(await claim(resident, old)).toMatchObject({ status: 200, body: { id: registration.id } });
});

test('a registration that ended is not claimed', async () => {
  const { worker, registration, code } = await aSlip('钱小刚');
  await worker.post(`/registrations/${registration.id}/cancel`, {});
  expect(await claim(await test_.as('resident', '来晚了'), code())).toMatchObject({ body: { code: 'NOT_LIVE' } });
});

test('who found a slip guesses ten phones, many at once or not; then the right one is refused too', async () => {
  const { code } = await aSlip('孙小美');
  const thief = await test_.as('resident', '捡到的人');
  const guesses = Array.from({ length: 15 }, (_, i) => claim(thief, code(), `139000000${String(i).padStart(2, '0')}`));
  const codes = (await Promise.all(guesses)).map(({ status }) => status);
  expect(codes.filter((status) => status === 422)).toHaveLength(10);
  expect(codes.filter((status) => status === 429)).toHaveLength(5);
  expect(await claim(thief, code())).toMatchObject({ status: 429, body: { code: 'TOO_MANY' } });
  expect((await claim(await test_.as('resident', '孙小美'), code())).status).toBe(200);
});

test('wrong guesses count for a quarter of an hour', async () => {
  const { code } = await aSlip('周小钟');
  const thief = await test_.as('resident', '又来猜的人');
  for (let i = 0; i < 10; i++) expect((await claim(thief, code(), `1390000001${i}`)).status).toBe(422);
  expect((await claim(thief, code())).status).toBe(429);
  const at = new Date(Date.now() - 16 * 60_000);
  await test_.database.write((m) =>
    m.update(AuditEntry, { act: 'registration.claim', result: 'SLIP_INVALID' }, { at }),
  );
  expect((await claim(thief, code(), '13900000099')).status).toBe(422);
});
