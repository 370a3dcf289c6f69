import { randomUUID } from 'node:crypto';
import fastifyCompress from '@fastify/compress';
import fastifyEtag from '@fastify/etag';
import fastifyHelmet from '@fastify/helmet';
import fastifyMultipart from '@fastify/multipart';
import type { Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Logger } from 'nestjs-pino';
import { AppModule } from './app.module';
import type { Config } from './config';
import { ownScripts, serveH5 } from './http/h5';
import { Leaving } from './http/leaving';
import { serveMetrics } from './http/metrics';
import { serveOpenApi } from './http/openapi';
import { throttle } from './http/throttle';
import { gauge } from './metrics/metrics';
import { FirstViewService } from './modules/discovery/first-view.service';
import { newestBackup } from './operation/newest-backup';

const MB = 1024 * 1024;
/** A pasted planning sheet: 400,000 characters, up to six bytes each as JSON may write them. */
const SHEET_BODY = 3 * MB;

/** A socket that dribbles its headers is closed early; a body may take its `requestTimeout`. */
const SLOW = { headersTimeout: 15_000, connectionsCheckingInterval: 5_000 };

interface AppOptions {
  https?: { key: string; cert: string };
  /** Modules beside the product's own. */
  more?: Type[];
}

/** The whole server on a migrated database, ready to listen. */
export async function createApp(config: Config, { https, more }: AppOptions = {}): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    bodyLimit: MB,
    genReqId: () => randomUUID(),
    trustProxy: config.trustProxy ?? false,
    requestTimeout: 60_000,
    // A balancer's open connection may bring one more request while the server leaves: it is answered.
    return503OnClosing: false,
    ...(https ? { https: { ...https, ...SLOW } } : { http: SLOW }),
  });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.forRoot(config, more), adapter, {
    bufferLogs: true,
    abortOnError: false,
  });
  app.useLogger(app.get(Logger));
  app.setGlobalPrefix('api', { exclude: ['health/live', 'health/ready'] });
  adapter.getInstance().addHook('onRoute', (route) => {
    if (route.method === 'POST' && route.url === '/api/plan-imports') route.bodyLimit = SHEET_BODY;
  });
  await throttle(app, config);
  await app.register(fastifyCompress, { encodings: ['gzip', 'identity'], threshold: 1024 });
  await app.register(fastifyEtag);
  await app.register(fastifyMultipart, { limits: { fileSize: 10 * MB, files: 1, fields: 5, fieldSize: SHEET_BODY } });
  await app.register(fastifyHelmet, {
    contentSecurityPolicy: {
      directives: {
        defaultSrc: ["'self'"],
        imgSrc: ["'self'", 'data:', 'blob:', ...(config.mapTiles ? [config.mapTiles] : [])],
        mediaSrc: ["'self'", 'blob:'],
        styleSrc: ["'self'", "'unsafe-inline'"],
        scriptSrc: ["'self'", ...(config.h5Dir ? ownScripts(config.h5Dir) : [])],
        workerSrc: ["'self'", 'blob:'],
        // blob: what the browser's own file chooser hands over, to be uploaded.
        connectSrc: ["'self'", 'blob:'],
        upgradeInsecureRequests: null,
      },
    },
    strictTransportSecurity: Boolean(https),
  });
  const leaving = app.get(Leaving);
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRequest', async (request, reply) => {
      void reply.header('x-request-id', request.id);
      if (leaving.isTold) void reply.header('connection', 'close');
      // Answers are kept by nobody unasked; a page may ask again with the ETag it has.
      if (request.url.startsWith('/api/')) void reply.header('cache-control', 'no-cache');
    });
  serveMetrics(app, config.metricsToken);
  const { backupDir } = config;
  if (backupDir)
    gauge('openday_backup_timestamp_seconds', 'When the newest backup was made; 0 = there is none', () =>
      Math.round((newestBackup(backupDir)?.madeAt ?? 0) / 1000),
    );
  serveOpenApi(app);
  if (config.h5Dir) {
    const first = app.get(FirstViewService);
    await serveH5(app, config.h5Dir, () => first.html());
  }
  await app.init();
  return app;
}

/** How many may knock while the process is busy: with fewer a stampede's connections are turned away or try again in seconds. */
const KNOCKING = 4096;

export async function listen(app: NestFastifyApplication, port: number, host: string): Promise<void> {
  await app.listen({ port, host, backlog: KNOCKING });
}
