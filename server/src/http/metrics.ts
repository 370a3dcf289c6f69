import { createHash, timingSafeEqual } from 'node:crypto';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { register } from 'prom-client';
import { requests } from '../metrics/metrics';

const hash = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Times every request; answers `/metrics` in Prometheus' text to who has the token. Without a token it is not there. */
export function serveMetrics(app: NestFastifyApplication, token: string | null): void {
  const server = app.getHttpAdapter().getInstance();
  server.addHook('onResponse', ({ method, routeOptions }, reply, done) => {
    const route = routeOptions.url ?? 'none';
    requests.observe({ method, route, status: reply.statusCode }, reply.elapsedTime / 1000);
    done();
  });
  if (token === null) return;
  const wanted = hash(`Bearer ${token}`);
  server.get('/metrics', { logLevel: 'warn' }, async (request, reply) => {
    if (!timingSafeEqual(hash(request.headers.authorization ?? ''), wanted)) return reply.status(401).send();
    return reply.type(register.contentType).send(await register.metrics());
  });
}
