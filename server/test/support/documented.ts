import type { Policy } from '../../src/http/policy';
import type { TestApp } from './app';
import type { Noun } from './unit-world';

type Method = 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';

export interface Schema {
  $ref?: string;
  type?: string;
  enum?: unknown[];
  anyOf?: Schema[];
  nullable?: boolean;
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: Schema | false;
  items?: Schema;
  pattern?: string;
  format?: string;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  minItems?: number;
  maxItems?: number;
}

interface Field {
  name: string;
  required: boolean;
  schema: Schema;
}

/** A route as the OpenAPI document has it. */
export interface DocumentedRoute {
  method: Method;
  /** `/sessions/{id}/registrations`, without `/api`. */
  path: string;
  query: Field[];
  headers: Field[];
  body: Schema | null;
  access: Policy;
}

interface Operation {
  parameters: (Field & { in: string })[];
  requestBody?: { content: Record<string, { schema: Schema }> };
  'x-access': Policy;
}

export interface Documented {
  routes: DocumentedRoute[];
  schemas: Record<string, Schema>;
}

export async function documented({ anonymous }: TestApp): Promise<Documented> {
  const { body } = await anonymous.get<{
    paths: Record<string, Record<string, Operation>>;
    components: { schemas: Record<string, Schema> };
  }>('/openapi.json');
  const routes = Object.entries(body.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      method: method.toUpperCase() as Method,
      path: path.replace(/^\/api/, ''),
      query: operation.parameters.filter((one) => one.in === 'query'),
      headers: operation.parameters.filter((one) => one.in === 'header'),
      body: operation.requestBody?.content['application/json']?.schema ?? null,
      access: operation['x-access'],
    })),
  );
  return { routes, schemas: body.components.schemas };
}

export const schemaName = ({ $ref }: Schema): string | null =>
  $ref ? decodeURIComponent($ref.split('/').at(-1) ?? '') : null;

export function resolved(schema: Schema, schemas: Record<string, Schema>): Schema {
  const name = schemaName(schema);
  return name ? resolved(schemas[name]!, schemas) : schema;
}

/** By the word before the id in a path. */
const IN_PATH: Record<string, Noun> = {
  ...{ organizers: 'organizer', programmes: 'programme', venues: 'venue', events: 'event', sessions: 'session' },
  ...{ quotas: 'quota', registrations: 'registration', restrictions: 'restriction', suggestions: 'suggestion' },
  ...{ 'monthly-topics': 'topic', 'paper-batches': 'batch', images: 'image', 'plan-imports': 'plan', rows: 'planRow' },
  ...{ 'slot-plans': 'slotPlan', webhooks: 'webhook', members: 'member', staff: 'doorStaff', invites: 'doorInvite' },
  ...{ exports: 'exportJob', devices: 'device' },
};

/** By the name of a field of a query or a body. */
const IN_FIELD: Record<string, Noun> = {
  ...{ session: 'session', sessionId: 'session', sessions: 'session', eventId: 'event', organizer: 'organizer' },
  ...{ organizerId: 'organizer', parentId: 'organizer', programme: 'programme', programmeId: 'programme' },
  ...{ venueId: 'venue', quotaId: 'quota', registrationId: 'registration', ids: 'registration', account: 'member' },
  ...{ candidateId: 'candidate', planId: 'plan', plan: 'plan', event: 'event', rows: 'planRow', row: 'planRow' },
};

/** What the ids in a route's path name, in their order. Throws for a word it does not know: a new noun needs a case. */
export const nounsInPath = (path: string): Noun[] =>
  [...path.matchAll(/([^/]+)\/\{\w+\}/g)].map(([, word = '']) => known(IN_PATH, word, path));

export const nounOfField = (name: string): Noun => known(IN_FIELD, name, 'a field');

function known(nouns: Record<string, Noun>, word: string, where: string): Noun {
  const noun = nouns[word];
  if (!noun) throw new Error(`nobody knows what the id of ${word} in ${where} names: add it to documented.ts`);
  return noun;
}

/** The path with an id for each noun. */
export const pathWith = (path: string, ids: readonly string[]): string => {
  let next = 0;
  return path.replace(/\{\w+\}/g, () => ids[next++] ?? '');
};

const isId = (schema: Schema): boolean => schemaName(schema) === 'Id';
/** An id, or a list of them. */
const holdsIds = (schema: Schema): boolean =>
  isId(schema) || Boolean(schema.items && isId(schema.items)) || Boolean(schema.anyOf?.some(isId));

/** Fields of the query and of the body's first level that name something by its id. */
export const idFields = ({ query, body }: DocumentedRoute, schemas: Record<string, Schema>) => ({
  query: query.filter(({ schema }) => holdsIds(schema)).map(({ name }) => name),
  body: Object.entries((body && resolved(body, schemas).properties) ?? {})
    .filter(([, schema]) => holdsIds(schema))
    .map(([name]) => name),
});

const TEXTS: Record<string, string> = {
  '^\\d{4}-\\d{2}-\\d{2}$': '2027-03-01',
  '^1[3-9]\\d{9}$': '13800000077',
  '^\\d{2}:\\d{2}$': '09:00',
  '^\\d{4}-(0[1-9]|1[0-2])$': '2027-03',
};

/** The least a schema takes; ids are what `idOf` says for the field they are in. */
export function exampleOf(
  schema: Schema,
  schemas: Record<string, Schema>,
  idOf: (field: string) => string,
  field = '',
): unknown {
  const go = (one: Schema, name = field) => exampleOf(one, schemas, idOf, name);
  if (isId(schema)) return idOf(field);
  if (schemaName(schema) === 'Instant') return '2027-03-01T01:00:00.000Z';
  const { type, anyOf, items, properties, required, minimum, pattern, ...rest } = resolved(schema, schemas);
  if (rest.enum) return rest.enum[0];
  if (anyOf) return go(anyOf[0]!);
  if (type === 'array') return Array.from({ length: rest.minItems ?? 0 }, () => go(items!));
  if (type === 'number' || type === 'integer') return minimum ?? 1;
  if (type === 'boolean') return false;
  if (type === 'object')
    return Object.fromEntries(
      Object.entries(properties ?? {})
        .filter(([name]) => required?.includes(name))
        .map(([name, one]) => [name, go(one, name)]),
    );
  if (pattern) return TEXTS[pattern] ?? 'door-east';
  return '文字'.padEnd(rest.minLength ?? 1, '字');
}
