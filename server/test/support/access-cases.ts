import type { Scope } from '../../src/http/policy';
import type { Api } from './api';
import {
  type Documented,
  type DocumentedRoute,
  exampleOf,
  idFields,
  nounOfField,
  nounsInPath,
  pathWith,
  resolved,
} from './documented';
import { type Noun, planText, type UnitWorld } from './unit-world';

type Ids = Record<Noun, string>;
type Schemas = Documented['schemas'];

/** It keeps the list of a session's door. */
export const A_PHONE = 'their-phone';

/** Bodies that hold together, where the least that the schema takes does not. `at`: the field with the other's id. */
const BODIES: Partial<Record<string, (ids: Ids, at: string) => object>> = {
  'POST /check-in/sessions/{id}/excuse': () => ({ deviceId: A_PHONE }),
  'POST /desk/past-sessions': (_, at) => ({
    ...{ startsAt: '2026-03-01T01:00:00.000Z', endsAt: '2026-03-01T02:00:00.000Z' },
    ...(at !== 'venueId' && { place: '村委会' }),
  }),
  'POST /exports': (_, at) => ({
    kind: { session: 'registrants', account: 'audit', event: 'papers', plan: 'plan' }[at] ?? 'sessions',
  }),
  'POST /plan-imports': () => ({ text: planText('本单位') }),
  'PATCH /plan-imports/{id}/rows': ({ planRow }) => ({ items: [{ row: planRow, decision: {} }] }),
  'POST /plan-imports/{id}/publish': ({ planRow }) => ({ rows: [planRow] }),
};

/** Fields whose id is not refused by its scope, and what is said instead. */
export const ELSE: Record<string, { says: RegExp; why: string }> = {
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
function closedIds({ ids, drafts }: UnitWorld, noun: Noun, scope: Scope): string[] {
  if (noun === 'session') return scope === 'own' ? [drafts.session] : [ids.session, drafts.session];
  if (noun === 'event') return scope === 'own' ? [drafts.event] : [ids.event, drafts.event];
  const everybodys: Noun[] = ['organizer', 'topic', 'candidate', 'programme'];
  return scope === 'own' && everybodys.includes(noun) ? [] : [ids[noun]];
}

export interface Attempt {
  path: string;
  query: Record<string, string>;
  body: Record<string, unknown> | null;
  /** Where the other's id stands. */
  at: string;
}

/** The least a route takes, about these. */
export function plain(route: DocumentedRoute, schemas: Schemas, ids: Ids, at = 'nowhere'): Attempt {
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

interface Asked {
  mine: UnitWorld;
  theirs: UnitWorld;
  /** By a unit below theirs. */
  below: boolean;
}

/** Every place of a request where an id may stand, with the other unit's in it and our own elsewhere. */
export function attempts(
  route: DocumentedRoute,
  schemas: Schemas,
  scope: Scope,
  { mine, theirs, below }: Asked,
): Attempt[] {
  const nouns = nounsInPath(route.path);
  const own = plain(route, schemas, mine.ids);
  const inPath = nouns.flatMap((noun, place) =>
    closedIds(theirs, noun, scope).map((id) => {
      const ids = nouns.map((one, i) => (i === place ? id : mine.ids[one]));
      return { ...own, path: pathWith(route.path, ids), at: noun };
    }),
  );
  // Units below hold their events in a programme of the unit above, and in its halls.
  const shared = (noun: Noun) => below && (noun === 'programme' || noun === 'venue');
  const inField = (field: string) => (shared(nounOfField(field)) ? [] : closedIds(theirs, nounOfField(field), scope));
  const fields = idFields(route, schemas);
  const inQuery = fields.query.flatMap((field) =>
    inField(field).map((id) => ({ ...own, query: { ...own.query, [field]: id }, at: field })),
  );
  const inBody = fields.body.flatMap((field) =>
    inField(field).map((id) => {
      const list = route.body && resolved(route.body, schemas).properties?.[field]?.type === 'array';
      const { body } = plain(route, schemas, mine.ids, field);
      return { ...own, body: { ...body, [field]: list ? [id] : id }, at: field };
    }),
  );
  return [...inPath, ...inQuery, ...inBody];
}

export const nameOf = ({ method, path }: DocumentedRoute): string => `${method} ${path}`;

export async function send(api: Api, { method }: DocumentedRoute, { path, query, body }: Attempt) {
  const search = new URLSearchParams(query).toString();
  const url = search ? `${path}?${search}` : path;
  const answer = await api.call(method, url, body ?? undefined, { 'idempotency-key': 'tried-and-refused' });
  return { status: answer.status, text: JSON.stringify(answer.body) };
}
