import { PATH_METADATA } from '@nestjs/common/constants';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import type { OpenAPIObject } from '@nestjs/swagger';
import { type Handler, routesOf } from '../src/http/policies';
import { startApp, type TestApp } from './support/app';

let test_: TestApp;

beforeAll(async () => {
  test_ = await startApp();
});
afterAll(() => test_.stop());

function registeredRoutes(): string[] {
  const scanner = new MetadataScanner();
  return test_.app
    .get(DiscoveryService)
    .getControllers()
    .flatMap(({ instance, metatype }) => {
      const prototype = Object.getPrototypeOf(instance) as Record<string, Handler>;
      return scanner
        .getAllMethodNames(prototype)
        .filter((name) => Reflect.hasMetadata(PATH_METADATA, prototype[name]!))
        .flatMap((name) => routesOf(metatype as Handler, prototype[name]!));
    })
    .map((route) => route.replace(' ', ' /api').replace(/:(\w+)/g, '{$1}'))
    .filter((route) => !route.includes('/api/health/'))
    .sort();
}

test('every route is documented with a reply, and every documented route exists', async () => {
  const { body } = await test_.anonymous.get<OpenAPIObject>('/openapi.json');
  const documented = Object.entries(body.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  );
  expect(registeredRoutes()).toEqual(documented.sort());
  for (const [path, methods] of Object.entries(body.paths))
    for (const [method, operation] of Object.entries(
      methods as Record<
        string,
        { summary?: string; responses: Record<string, { content: Record<string, { schema?: object }> }> }
      >,
    )) {
      const schema = operation.responses['200']?.content['application/json']?.schema;
      expect({ path, method, empty: !schema || Object.keys(schema).length === 0 }).toEqual({
        path,
        method,
        empty: false,
      });
      expect(operation.summary).toMatch(/\p{Script=Han}/u);
    }
});

test('every reference in the document leads somewhere', async () => {
  const { body } = await test_.anonymous.get<OpenAPIObject>('/openapi.json');
  const references = [...JSON.stringify(body).matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)].map((m) =>
    decodeURIComponent(m[1]!),
  );
  const known = Object.keys(body.components?.schemas ?? {}).map(decodeURIComponent);
  expect(references.length).toBeGreaterThan(50);
  expect([...new Set(references)].filter((name) => !known.includes(name))).toEqual([]);
});

test('the document can be read as a page, and health can be asked', async () => {
  expect((await test_.anonymous.get('/docs')).status).toBe(200);
  expect((await test_.anonymous.get('/health/live')).body).toEqual({ status: 'ok' });
  expect((await test_.anonymous.get('/health/ready')).body).toEqual({ status: 'ok' });
});
