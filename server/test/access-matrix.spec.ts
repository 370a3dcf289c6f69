import { Controller, Get, Module } from '@nestjs/common';
import type { Role } from '@openday/shared/auth';
import { createApp } from '../src/app';
import { A_PHONE, attempts, ELSE, nameOf, plain, send } from './support/access-cases';
import type { Api } from './support/api';
import { startApp, type TestApp } from './support/app';
import { type Documented, documented } from './support/documented';
import { anOrganizer, theDistrict } from './support/factories';
import { aUnitWorld, type UnitWorld } from './support/unit-world';

let test_: TestApp;
let district: Api;
let mine: UnitWorld;
let theirs: UnitWorld;
let document_: Documented;
const BELOW = 'a unit below';
/** Who asks for what is not theirs. */
let callers: { role: Role; as: string; api: Api }[];

beforeAll(async () => {
  test_ = await startApp();
  district = await theDistrict(test_);
  mine = await aUnitWorld(test_, '本单位');
  theirs = await aUnitWorld(test_, '邻单位');
  await anOrganizer(test_, { name: '邻单位的社区', parentId: theirs.unit.id });
  document_ = await documented(test_);
  callers = [
    { role: 'resident', as: 'another resident', api: await test_.as('resident', '路人') },
    { role: 'staff', as: 'another door’s staff', api: mine.doorStaff },
    { role: 'organizer', as: 'the unit beside', api: mine.desk },
    { role: 'organizer', as: BELOW, api: await test_.as('organizer', '邻单位的社区') },
    { role: 'observer', as: 'an observer beside', api: await test_.as('observer', '本单位') },
    { role: 'district', as: 'the district', api: district },
  ];
  for (const { api } of callers) await api.patch('/me', { name: '路人', phone: '13800000077' });
});
afterAll(() => test_.stop());

const ROLES: Role[] = ['resident', 'staff', 'organizer', 'observer', 'district'];
const closed = () => document_.routes.filter(({ access }) => !access.nobody);

/** Something that only the other unit has. */
const traceIn = (text: string): string | undefined =>
  [...Object.values(theirs.ids), ...Object.values(theirs.drafts), '邻单位'].find((trace) => text.includes(trace));

test('A29 who is not named in a route’s policy is refused, whatever they ask for', async () => {
  const wrong: string[] = [];
  let tried = 0;
  for (const route of closed()) {
    const attempt = plain(route, document_.schemas, theirs.ids);
    const anonymous = await send(test_.anonymous, route, attempt);
    if (anonymous.status !== 401) wrong.push(`${nameOf(route)} as nobody: ${anonymous.status}`);
    for (const { role, api, as } of callers.filter(({ role }) => !route.access[role])) {
      tried++;
      const { status } = await send(api, route, attempt);
      if (status !== 403) wrong.push(`${nameOf(route)} as ${as} (${role}): ${status}`);
    }
  }
  expect(wrong).toEqual([]);
  expect(tried).toBeGreaterThan(300);
  console.info(`A29: ${closed().length} routes × ${ROLES.length} roles: ${tried} refused by role`);
});

test('A29 ids of another unit, of another person and of another door are not found by any route', async () => {
  const wrong: string[] = [];
  const scopes = new Set<string>();
  let tried = 0;
  for (const route of closed())
    for (const { role, api, as } of callers) {
      const scope = route.access[role];
      if (!scope || role === 'district') continue;
      for (const attempt of attempts(route, document_.schemas, scope, { mine, theirs, below: as === BELOW })) {
        tried++;
        scopes.add(`${as} · ${scope}`);
        const { status, text } = await send(api, route, attempt);
        const empty = status === 200 && route.method === 'GET' && attempt.at in attempt.query && !traceIn(text);
        const else_ = ELSE[`${nameOf(route)} ${attempt.at}`]?.says.test(text);
        if (![403, 404].includes(status) && !empty && !else_)
          wrong.push(`${nameOf(route)} as ${as}, their ${attempt.at}: ${status} ${text.slice(0, 300)}`);
      }
    }
  expect(wrong).toEqual([]);
  expect(tried).toBeGreaterThan(400);
  console.info(`A29: ${closed().length} routes × ${ROLES.length} roles × ${scopes.size} scopes: ${tried} ids refused`);
});

test('A29 what a list holds is of one’s own scope', async () => {
  const wrong: string[] = [];
  for (const route of closed().filter(({ method, path }) => method === 'GET' && !path.includes('{')))
    for (const { role, api, as } of callers) {
      if (!route.access[role] || role === 'district' || as === BELOW) continue;
      const { status, text } = await send(api, route, plain(route, document_.schemas, mine.ids));
      if (status !== 200) wrong.push(`${nameOf(route)} as ${as}: ${status} ${text}`);
      else if (traceIn(text)) wrong.push(`${nameOf(route)} as ${as} holds ${traceIn(text)}`);
    }
  expect(wrong).toEqual([]);
});

test('A29 the same ids are found by the district: what refused the others was their scope', async () => {
  // An export is its asker's alone; there is no draw in a session that has none.
  const none = ['GET /exports/{id}', 'GET /exports/{id}/file', 'POST /sessions/{id}/draw'];
  await theirs.doorStaff.get(`/check-in/sessions/${theirs.ids.session}/pack?deviceId=${A_PHONE}`);
  const order = ['GET', 'PUT', 'PATCH', 'POST', 'DELETE'];
  const wrong: string[] = [];
  const reached = closed()
    .filter(({ access, path }) => access.district === 'unit' && path.includes('{'))
    .filter((route) => !none.includes(nameOf(route)))
    .sort((a, b) => order.indexOf(a.method) - order.indexOf(b.method));
  for (const route of reached) {
    const { status, text } = await send(district, route, plain(route, document_.schemas, theirs.ids));
    if (status === 403 || status === 404) wrong.push(`${nameOf(route)}: ${status} ${text}`);
  }
  expect(wrong).toEqual([]);
});

test('no row of the table gives a resident a unit, or an observer anything to change', () => {
  const { routes } = document_;
  expect(routes.filter(({ access }) => access.resident === 'unit' || access.staff === 'unit')).toEqual([]);
  const posting = routes.filter(({ method, access }) => method !== 'GET' && access.observer && !access.nobody);
  // A device of one's own that is signed out, a file that is asked for: neither changes anything of a unit's.
  expect(posting.map(nameOf).sort()).toEqual(['DELETE /me/devices/{id}', 'POST /exports']);
  expect(routes.filter(({ path, access }) => /^\/(desk|reports|exports)\//.test(path) && access.resident)).toEqual([]);
});

test('a server with a route that says no policy does not start', async () => {
  class Bare {
    nothing(): object {
      return {};
    }
  }
  Controller('bare')(Bare);
  Get()(Bare.prototype, 'nothing', Object.getOwnPropertyDescriptor(Bare.prototype, 'nothing')!);
  class More {}
  Module({ controllers: [Bare] })(More);
  await expect(createApp(test_.config, { more: [More] })).rejects.toThrow(/without a policy.*GET \/bare/);
});
