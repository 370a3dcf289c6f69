import { Controller, Get, Module } from '@nestjs/common';
import type { Role } from '@openday/shared/auth';
import { createApp } from '../src/app';
import type { Scope } from '../src/http/policy';
import type { Api } from './support/api';
import { startApp, type TestApp } from './support/app';
import {
  type Documented,
  type DocumentedRoute,
  documented,
  exampleOf,
  idFields,
  nounOfField,
  nounsInPath,
  pathWith,
  resolved,
} from './support/documented';
import { anOrganizer, theDistrict } from './support/factories';
import { aUnitWorld, type Noun, planText, type UnitWorld } from './support/unit-world';

let test_: TestApp;
let district: Api;
let mine: UnitWorld;
let theirs: UnitWorld;
let document_: Documented;
/** Who asks, and whose rows are not theirs. `below`: a unit below the other one. */
const BELOW = 'a unit below';
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
const nameOf = ({ method, path }: DocumentedRoute) => `${method} ${path}`;

type Ids = Record<Noun, string>;

/** Bodies that hold together, where the least that the schema takes does not. `at`: the field with the other's id. */
const BODIES: Partial<Record<string, (ids: Ids, at: string) => object>> = {
  'POST /desk/past-sessions': (_, at) => ({
    ...{ startsAt: '2026-03-01T01:00:00.000Z', endsAt: '2026-03-01T02:00:00.000Z' },
    ...(at !== 'venueId' && { place: '村委会' }),
  }),
  'POST /exports': (_, at) => ({ kind: at === 'session' ? 'registrants' : 'sessions' }),
  'POST /plan-imports': () => ({ text: planText('本单位') }),
  'PATCH /plan-imports/{id}/rows': ({ planRow }) => ({ items: [{ row: planRow, decision: {} }] }),
  'POST /plan-imports/{id}/publish': ({ planRow }) => ({ rows: [planRow] }),
};

/** Fields whose id is not refused by its scope, and what is said instead. */
const ELSE: Record<string, { says: RegExp; why: string }> = {
  'POST /suggestions/{id}/transfer organizerId': { says: /ok/, why: 'a suggestion is handed to another unit' },
  'POST /sessions/{id}/responses registrationId': { says: /RESPONSES_NOT_OPEN/, why: 'the session is not over' },
  'POST /monthly-topics/{id}/choose candidateId': { says: /ROUND_STATE/, why: 'the round is a draft' },
  'POST /monthly-topics/{id}/session sessionId': { says: /ROUND_STATE/, why: 'the round is a draft' },
  'POST /sessions/{id}/registrations quotaId': { says: /QUOTA_UNKNOWN/, why: 'looked for within the session' },
  'POST /registrations/{id}/move quotaId': { says: /MOVE_ELSEWHERE/, why: 'the same session is no move' },
  'PATCH /organizers/{id} parentId': { says: /由上级来定/, why: 'nobody moves their own unit' },
  'POST /sessions/{id}/messages ids': { says: /没有收得到的人/, why: 'ids are looked for within the session' },
  'POST /sessions/{id}/registrations/decide ids': {
    says: /^.{0,60}"registrant":null.*NOT_FOUND/,
    why: 'refused one by one',
  },
  'POST /exports programme': { says: /"rows":0/, why: 'counts what is in scope: nothing' },
  'POST /exports organizer': { says: /"rows":0/, why: 'counts what is in scope: nothing' },
};

/** Ids of the other unit that a caller with this scope must not get through with. */
function closedIds(noun: Noun, scope: Scope): string[] {
  const { ids, drafts } = theirs;
  if (noun === 'session') return scope === 'own' ? [drafts.session] : [ids.session, drafts.session];
  if (noun === 'event') return scope === 'own' ? [drafts.event] : [ids.event, drafts.event];
  const everybodys: Noun[] = ['organizer', 'topic', 'candidate', 'programme'];
  return scope === 'own' && everybodys.includes(noun) ? [] : [ids[noun]];
}

interface Attempt {
  path: string;
  query: Record<string, string>;
  body: Record<string, unknown> | null;
  /** Where the other's id stands. */
  at: string;
}

function plain(route: DocumentedRoute, ids: Ids, at = 'nowhere'): Attempt {
  const { schemas } = document_;
  const query = Object.fromEntries(
    route.query
      .filter(({ required }) => required)
      .map(({ name, schema }) => [name, String(exampleOf(schema, schemas, (field) => ids[nounOfField(field)], name))]),
  );
  const least = route.body && exampleOf(route.body, schemas, (field) => ids[nounOfField(field)]);
  const body = route.body && { ...(least as object), ...BODIES[nameOf(route)]?.(ids, at) };
  return {
    path: pathWith(
      route.path,
      nounsInPath(route.path).map((noun) => ids[noun]),
    ),
    query,
    body,
    at: 'nowhere',
  };
}

/** Every place of a request where an id may stand, with the other unit's in it and our own elsewhere. */
function attempts(route: DocumentedRoute, scope: Scope, as: string): Attempt[] {
  const nouns = nounsInPath(route.path);
  const own = plain(route, mine.ids);
  const inPath = nouns.flatMap((noun, place) =>
    closedIds(noun, scope).map((id) => {
      const ids = nouns.map((one, i) => (i === place ? id : mine.ids[one]));
      return { ...own, path: pathWith(route.path, ids), at: noun };
    }),
  );
  // Units below hold their events in a programme of the unit above, and in its halls.
  const shared = (noun: Noun) => as === BELOW && (noun === 'programme' || noun === 'venue');
  const inField = (field: string) => (shared(nounOfField(field)) ? [] : closedIds(nounOfField(field), scope));
  const fields = idFields(route, document_.schemas);
  const inQuery = fields.query.flatMap((field) =>
    inField(field).map((id) => ({ ...own, query: { ...own.query, [field]: id }, at: field })),
  );
  const inBody = fields.body.flatMap((field) =>
    inField(field).map((id) => {
      const list = route.body && resolved(route.body, document_.schemas).properties?.[field]?.type === 'array';
      const { body } = plain(route, mine.ids, field);
      return { ...own, body: { ...body, [field]: list ? [id] : id }, at: field };
    }),
  );
  return [...inPath, ...inQuery, ...inBody];
}

async function send(api: Api, { method }: DocumentedRoute, { path, query, body }: Attempt) {
  const search = new URLSearchParams(query).toString();
  const url = search ? `${path}?${search}` : path;
  const answer = await api.call(method, url, body ?? undefined, { 'idempotency-key': 'tried-and-refused' });
  return { status: answer.status, text: JSON.stringify(answer.body) };
}

/** Something that only the other unit has. */
const traceIn = (text: string): string | undefined =>
  [...Object.values(theirs.ids), ...Object.values(theirs.drafts), '邻单位'].find((trace) => text.includes(trace));

test('A29 who is not named in a route’s policy is refused, whatever they ask for', async () => {
  const wrong: string[] = [];
  let tried = 0;
  for (const route of closed()) {
    const attempt = plain(route, theirs.ids);
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
      for (const attempt of attempts(route, scope, as)) {
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
      const { status, text } = await send(api, route, plain(route, mine.ids));
      if (status !== 200) wrong.push(`${nameOf(route)} as ${as}: ${status} ${text}`);
      else if (traceIn(text)) wrong.push(`${nameOf(route)} as ${as} holds ${traceIn(text)}`);
    }
  expect(wrong).toEqual([]);
});

test('A29 the same ids are found by the district: what refused the others was their scope', async () => {
  // An export is its asker's alone; there is no draw in a session that has none.
  const none = ['GET /exports/{id}', 'GET /exports/{id}/file', 'POST /sessions/{id}/draw'];
  const order = ['GET', 'PUT', 'PATCH', 'POST', 'DELETE'];
  const wrong: string[] = [];
  const reached = closed()
    .filter(({ access, path }) => access.district === 'unit' && path.includes('{'))
    .filter((route) => !none.includes(nameOf(route)))
    .sort((a, b) => order.indexOf(a.method) - order.indexOf(b.method));
  for (const route of reached) {
    const { status, text } = await send(district, route, plain(route, theirs.ids));
    if (status === 403 || status === 404) wrong.push(`${nameOf(route)}: ${status} ${text}`);
  }
  expect(wrong).toEqual([]);
});

test('no row of the table gives a resident a unit, or an observer anything to change', () => {
  const { routes } = document_;
  expect(routes.filter(({ access }) => access.resident === 'unit' || access.staff === 'unit')).toEqual([]);
  expect(routes.filter(({ method, access }) => method !== 'GET' && access.observer && !access.nobody)).toEqual([]);
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
