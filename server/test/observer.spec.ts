import type { OpenAPIObject } from '@nestjs/swagger';
import type { Api } from './support/api';
import { startApp, type TestApp } from './support/app';
import { anOrganizer, aPublishedSession, register, theDistrict } from './support/factories';

let test_: TestApp;
let district: Api;
let observer: Api;

beforeAll(async () => {
  test_ = await startApp();
  district = await theDistrict(test_);
  observer = await test_.as('observer');
});
afterAll(() => test_.stop());

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;

async function routes(): Promise<{ method: Uppercase<(typeof METHODS)[number]>; path: string }[]> {
  const { body } = await test_.anonymous.get<OpenAPIObject>('/openapi.json');
  return Object.entries(body.paths).flatMap(([path, methods]) =>
    METHODS.filter((method) => method in (methods as object)).map((method) => ({
      method: method.toUpperCase() as Uppercase<typeof method>,
      path: path.replace(/^\/api/, '').replace(/\{\w+\}/g, '1000000000000000000'),
    })),
  );
}

test('A29 an observer is refused every route of the document that changes something', async () => {
  // Signing in and out is nobody's in particular.
  const writing = (await routes()).filter(({ method, path }) => method !== 'GET' && !path.startsWith('/auth/'));
  expect(writing.length).toBeGreaterThan(50);
  for (const { method, path } of writing) {
    const { status } = await observer.call(method, path, {}, { 'idempotency-key': 'observer-1' });
    expect({ method, path, status }).toEqual({ method, path, status: 403 });
  }
});

test('an observer reads what a desk reads of the units below theirs, and nothing of a door or of invitations', async () => {
  const unit = await anOrganizer(test_, { name: '被看的' });
  const beside = await anOrganizer(test_, { name: '别处的' });
  const session = await aPublishedSession(district, {}, { organizerId: unit.id });
  const elsewhere = await aPublishedSession(district, {}, { organizerId: beside.id });
  await register(await test_.as('resident', '被看的人'), session.id);
  const looking = await test_.as('observer', unit.name);
  for (const path of ['/desk/suggestions', '/desk/units', '/desk/members', '/desk/audit', '/reports/attendance'])
    expect({ path, status: (await looking.get(path)).status }).toEqual({ path, status: 200 });
  expect((await looking.get(`/sessions/${session.id}/registrations`)).body).toMatchObject({ items: [{ seats: 1 }] });
  expect((await looking.refused('GET', `/sessions/${elsewhere.id}/registrations`)).status).toBe(404);
  for (const path of [`/check-in/sessions/${session.id}/pack`, `/quotas/${session.quotas[0]!.id}/invitations`])
    expect((await looking.refused('GET', path)).status).toBe(403);
});
