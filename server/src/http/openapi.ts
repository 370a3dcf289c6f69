import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { ERRORS } from '@openday/shared/errors';
import { type Policy, policyOf } from './policy';

type Schema = Record<string, unknown> & {
  properties?: Record<string, Schema>;
  required?: string[];
  description?: string;
};

/** The contract as JSON Schema, generated from shared/src/contract.ts by `pnpm --filter @openday/server contract`. */
const CONTRACT = 'contract.schema.json';

/** The OpenAPI document, at `/api/openapi.json` and as a page at `/docs`. */
export function serveOpenApi(app: NestFastifyApplication): void {
  SwaggerModule.setup('docs', app, openApiDocument, { jsonDocumentUrl: 'api/openapi.json' });
}

function openApiDocument(): OpenAPIObject {
  const { definitions } = JSON.parse(readFileSync(contractFile(), 'utf8')) as { definitions: Record<string, Schema> };
  const { Contract: contract, ...schemas } = definitions;
  const paths: Record<string, Record<string, unknown>> = {};
  for (const [route, schema] of Object.entries(contract?.properties ?? {})) {
    const [method = '', path = ''] = route.split(' ');
    const url = `/api${path.replace(/:(\w+)/g, '{$1}')}`;
    paths[url] = { ...paths[url], [method.toLowerCase()]: operation(path, schema, policyOf(route)) };
  }
  return {
    openapi: '3.0.3',
    info: { title: 'OpenDay 开放日', version: '1', description: '错误都是 {code, message, details?, requestId}。' },
    paths: toOpenApi(paths) as OpenAPIObject['paths'],
    components: {
      schemas: toOpenApi(schemas) as NonNullable<OpenAPIObject['components']>['schemas'],
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
    },
  };
}

function operation(path: string, { description, properties = {} }: Schema, policy: Policy = {}): object {
  const { query, headers, body, reply } = properties;
  const content = (schema: Schema | undefined) => ({ 'application/json': { schema } });
  return {
    summary: description,
    tags: [path.split('/')[1]],
    security: [...('nobody' in policy ? [{}] : []), { bearer: [] }],
    // Who may, and how far each reaches: `Scope` in policy.ts.
    'x-access': policy,
    parameters: [
      ...[...path.matchAll(/:(\w+)/g)].map(([, name]) => ({
        name,
        in: 'path',
        required: true,
        schema: { type: 'string', pattern: name === 'sha' ? '^[0-9a-f]{64}$' : '^\\d{19}$' },
      })),
      ...fields(query, 'query'),
      ...fields(headers, 'header'),
    ],
    ...(body && { requestBody: { required: true, content: content(body) } }),
    responses: {
      200: { description: '好', content: content(reply) },
      default: { description: Object.keys(ERRORS).join(' · '), content: content({ $ref: '#/definitions/ErrorBody' }) },
    },
  };
}

function fields(schema: Schema | undefined, place: 'query' | 'header'): object[] {
  if (!schema) return [];
  return Object.entries(resolve(schema).properties ?? {}).map(([name, field]) => ({
    name,
    in: place,
    required: resolve(schema).required?.includes(name) ?? false,
    schema: field,
  }));
}

const known = (): Record<string, Schema> =>
  (JSON.parse(readFileSync(contractFile(), 'utf8')) as { definitions: Record<string, Schema> }).definitions;

function resolve(schema: Schema): Schema {
  const name = typeof schema.$ref === 'string' ? decodeURIComponent(schema.$ref.split('/').at(-1) ?? '') : null;
  return name ? (known()[name] ?? {}) : schema;
}

/** JSON Schema's references and `[type, null]` unions in OpenAPI 3.0's words. */
function toOpenApi(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(toOpenApi);
  if (typeof value !== 'object' || value === null) return value;
  const out: Record<string, unknown> = {};
  for (const [key, inner] of Object.entries(value)) {
    if (key === '$ref') out[key] = String(inner).replace('#/definitions/', '#/components/schemas/');
    else if (key === 'const') out.enum = [inner];
    else if (key === 'type' && Array.isArray(inner)) {
      out.type = inner.find((type) => type !== 'null');
      out.nullable = true;
    } else if (key === 'anyOf' && Array.isArray(inner) && inner.some(isNull)) {
      out.anyOf = inner.filter((one) => !isNull(one)).map(toOpenApi);
      out.nullable = true;
    } else out[key] = toOpenApi(inner);
  }
  return out;
}

const isNull = (schema: unknown): boolean => (schema as { type?: unknown })?.type === 'null';

/** Beside the sources when tests run them, beside the build otherwise. */
export const contractFile = (): string =>
  join(__dirname, __dirname.includes('/dist/') ? '../../../src/http' : '', CONTRACT);
