import { randomUUID } from 'node:crypto';
import type { ScanFact } from '@openday/shared/check-in';
import type { Arrived } from '@openday/shared/contract-arrivals';
import type { Registration } from '@openday/shared/registrations';
import type { Api } from './support/api';
import { startApp, type TestApp } from './support/app';
import { aPublishedSession, register, theDistrict } from './support/factories';

let test_: TestApp;
let desk: Api;
let seq = 0;

beforeAll(async () => {
  test_ = await startApp();
  desk = await theDistrict(test_);
});
afterAll(() => test_.stop());

async function scanned(registration: Registration, over: Partial<ScanFact>): Promise<string> {
  const id = randomUUID();
  const scan: ScanFact = {
    id,
    seq: ++seq,
    sessionId: registration.session.id,
    kind: 'scan',
    registrationId: registration.id,
    seats: 1,
    at: new Date().toISOString(),
    clockOffsetMs: 0,
    shown: 'go',
    ...over,
  };
  const staff = await test_.as('staff');
  const { body } = await staff.post<{ items: object[] }>('/check-in/scans', { deviceId: 'door-east', scans: [scan] });
  expect(body.items).toMatchObject([{ result: 'stored' }]);
  return id;
}

test('a resident sees how many of the party are in, and one taken back is out again', async () => {
  const session = await aPublishedSession(desk);
  const resident = await test_.as('resident', '端木女士');
  const { body: party } = await register(resident, session.id, { seats: 3 });
  const inside = async () => (await resident.get<Arrived>(`/registrations/${party.id}/arrival`)).body;
  expect(await inside()).toEqual({ seats: 0 });
  await scanned(party, { seats: 2 });
  expect(await inside()).toEqual({ seats: 2 });
  const once = await scanned(party, { seats: 1 });
  expect(await inside()).toEqual({ seats: 3 });
  await scanned(party, { kind: 'undo', ref: once, registrationId: undefined });
  expect(await inside()).toEqual({ seats: 2 });
});

test('what the door says of a party is nobody else’s to read', async () => {
  const session = await aPublishedSession(desk);
  const { body: party } = await register(await test_.as('resident', '公冶先生'), session.id);
  const other = await test_.as('resident', '司徒女士');
  expect((await other.get(`/registrations/${party.id}/arrival`)).status).toBe(404);
});
