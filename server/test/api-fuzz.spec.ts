import type { Role } from '@openday/shared/auth';
import { ERRORS } from '@openday/shared/errors';
import type { ErrorBody } from '@openday/shared/wire';
import fc from 'fast-check';
import { nameOf, plain, send } from './support/access-cases';
import type { Api } from './support/api';
import { startApp, type TestApp } from './support/app';
import { arbitraryOf, spoiled } from './support/arbitrary';
import {
  type Documented,
  type DocumentedRoute,
  documented,
  idFields,
  nounsInPath,
  pathWith,
  resolved,
} from './support/documented';
import { theDistrict } from './support/factories';
import { aUnitWorld, type UnitWorld } from './support/unit-world';

/** `FUZZ_RUNS=20000 FUZZ_SEED=$RANDOM pnpm test server:embedded api-fuzz` looks further. */
const RUNS = Number(process.env.FUZZ_RUNS ?? 300);

let test_: TestApp;
let mine: UnitWorld;
let theirs: UnitWorld;
let document_: Documented;
let callers: Record<Role | 'nobody', Api>;

beforeAll(async () => {
  test_ = await startApp();
  const district = await theDistrict(test_);
  mine = await aUnitWorld(test_, '本单位');
  theirs = await aUnitWorld(test_, '邻单位');
  document_ = await documented(test_);
  callers = {
    ...{ nobody: test_.anonymous, resident: mine.resident, staff: mine.doorStaff, organizer: mine.desk, district },
    observer: await test_.as('observer', '本单位'),
  };
});
afterAll(() => test_.stop());

/** Files are their own specs' (plan-untrusted, images). */
const jsonRoutes = () => document_.routes.filter((route) => nameOf(route) !== 'POST /images');
/** Somebody the route's policy lets in. */
const allowed = ({ access }: DocumentedRoute): Api => {
  const role = (['resident', 'organizer', 'district', 'nobody'] as const).find((one) => access[one]);
  return callers[role!];
};

interface Asked {
  route: DocumentedRoute;
  who: Role | 'nobody';
  path: string;
  query: string;
  body: unknown;
}

function asked(): fc.Arbitrary<Asked> {
  const ids = [mine, theirs].flatMap((world) => [...Object.values(world.ids), ...Object.values(world.drafts)]);
  const anybody = fc.constantFrom(...(Object.keys(callers) as (Role | 'nobody')[]));
  const { schemas } = document_;
  return fc.constantFrom(...jsonRoutes()).chain((route) => {
    const inPath = nounsInPath(route.path).map((noun) =>
      fc.oneof(
        // Who takes their own device off the list is signed out.
        { weight: 8, arbitrary: fc.constantFrom(...(noun === 'device' ? [] : [mine.ids[noun]]), theirs.ids[noun]) },
        { weight: 1, arbitrary: fc.constantFrom('0', 'abc', '[object Object]', "' OR 1=1 --", '../..', '%00') },
      ),
    );
    const named = fc.constantFrom(...(Object.keys(route.access) as (Role | 'nobody')[]));
    const fields = Object.fromEntries(route.query.map(({ name, schema }) => [name, arbitraryOf(schema, schemas, ids)]));
    const requiredKeys = route.query.filter(({ required }) => required).map(({ name }) => name);
    return fc.record({
      route: fc.constant(route),
      who: fc.oneof({ weight: 4, arbitrary: named }, { weight: 1, arbitrary: anybody }),
      path: fc.tuple(...inPath).map((all) =>
        pathWith(
          route.path,
          all.map((id) => encodeURIComponent(String(id))),
        ),
      ),
      query: spoiled(fc.record(fields, { requiredKeys })).map(inQuery),
      body: route.body ? spoiled(arbitraryOf(route.body, schemas, ids)) : fc.constant(undefined),
    });
  });
}

/** Lone surrogates cannot be written in an address. */
const inQuery = (fields: unknown): string =>
  new URLSearchParams(
    Object.entries((fields ?? {}) as object).map(([name, value]) => [
      name,
      typeof value === 'object' ? JSON.stringify(value) : String(value),
    ]),
  ).toString();

test('A32 whatever is sent to whatever route, nothing breaks, nobody gets past their policy, and each refusal says why', async () => {
  const statuses: Record<number, number> = {};
  await fc.assert(
    fc.asyncProperty(asked(), async ({ route, who, path, query, body }) => {
      const url = query ? `${path}?${query}` : path;
      const headers = { 'idempotency-key': `fuzz-${path.length}-${query.length}` };
      const answer = await callers[who].call<ErrorBody>(
        route.method,
        url,
        body === undefined ? undefined : JSON.stringify(body),
        {
          ...headers,
          ...(body !== undefined && { 'content-type': 'application/json' }),
        },
      );
      statuses[answer.status] = (statuses[answer.status] ?? 0) + 1;
      expect(answer.status).toBeLessThan(500);
      const { nobody } = route.access;
      if (!route.access[who] && !nobody) expect([400, who === 'nobody' ? 401 : 403]).toContain(answer.status);
      if (answer.status >= 400) {
        expect(Object.keys(ERRORS)).toContain(answer.body.code);
        expect(answer.body.message).toMatch(/\p{Script=Han}/u);
      } else if (!nobody && route.access[who] === 'unit' && who !== 'district')
        expect(JSON.stringify(answer.body)).not.toContain('邻单位');
    }),
    { numRuns: RUNS },
  );
  console.info(`A32: ${RUNS} requests to ${jsonRoutes().length} routes, by status ${JSON.stringify(statuses)}`);
});

test('A30 role, organizerId, __proto__ and constructor are refused in every body that does not ask for them', async () => {
  const wrong: string[] = [];
  for (const route of jsonRoutes().filter(({ body }) => body)) {
    const { path, body } = plain(route, document_.schemas, mine.ids);
    const takes = resolved(route.body!, document_.schemas).properties ?? {};
    const text = JSON.stringify(body).slice(0, -1);
    const comma = text.length > 1 ? ',' : '';
    for (const [name, value] of [
      ['role', '"district"'],
      ['organizerId', `"${theirs.unit.id}"`],
      ['__proto__', '{"role":"district"}'],
      ['constructor', '{"prototype":{"role":"district"}}'],
    ] as const) {
      if (Object.hasOwn(takes, name)) continue;
      const raw = `${text}${comma}"${name}":${value}}`;
      const headers = { 'content-type': 'application/json', 'idempotency-key': 'one-field-more' };
      const { status } = await allowed(route).call(route.method, path, raw, headers);
      if (status !== 400) wrong.push(`${nameOf(route)} ${name}: ${status}`);
    }
  }
  expect(wrong).toEqual([]);
});

test('A31 an object, a list or SQL where an id, a filter or an order belongs is refused by every route', async () => {
  const wrong: string[] = [];
  const refused = async (route: DocumentedRoute, what: string, answer: Promise<{ status: number }>) => {
    const { status } = await answer;
    if (status !== 400) wrong.push(`${nameOf(route)} ${what}: ${status}`);
  };
  const bad = ['[object Object]', '{"$ne":null}', "1' OR '1'='1", '1,2', '0'];
  for (const route of jsonRoutes()) {
    const least = plain(route, document_.schemas, mine.ids);
    const who = allowed(route);
    const nouns = nounsInPath(route.path);
    for (const id of nouns.length ? bad : []) {
      const path = pathWith(
        route.path,
        nouns.map(() => encodeURIComponent(id)),
      );
      await refused(route, id, send(who, route, { ...least, path }));
    }
    if (!route.query.length) continue;
    const { query } = idFields(route, document_.schemas);
    const more = [
      ...query.flatMap((field) => bad.map((id) => ({ [field]: id }))),
      { sort: '1;DROP TABLE x' },
      { 'q[$ne]': '' },
    ];
    for (const one of more)
      await refused(route, JSON.stringify(one), send(who, route, { ...least, query: { ...least.query, ...one } }));
  }
  expect(wrong).toEqual([]);
});
