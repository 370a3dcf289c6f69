import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

/** The scripts that stand in the page itself, as its content security policy names them. Throws where nothing is built. */
export function ownScripts(folder: string): string[] {
  const file = join(folder, 'index.html');
  if (!existsSync(file)) throw new Error(`no H5 build in ${folder}: run the client's build:h5`);
  const page = readFileSync(file, 'utf8');
  const hash = (text: string) => createHash('sha256').update(text).digest('base64');
  return [...page.matchAll(/<script>(.*?)<\/script>/gs)].map(([, text = '']) => `'sha256-${hash(text)}'`);
}

/** Serves the built H5 pages; hashed files may be kept for ever, the page itself never. `first` stands at its beginning, as HTML. */
export async function serveH5(
  app: NestFastifyApplication,
  folder: string,
  first: () => Promise<string>,
): Promise<void> {
  const page = readFileSync(join(folder, 'index.html'), 'utf8');
  app
    .getHttpAdapter()
    .getInstance()
    .get('/', async (_, reply) => {
      const html = await first();
      void reply.header('cache-control', 'no-cache').type('text/html; charset=utf-8');
      return page.replace('<body>', (body) => body + html);
    });
  await app.register(fastifyStatic, {
    root: folder,
    prefix: '/',
    cacheControl: false,
    // The build leaves a .br and a .gz beside each file: of these nothing is compressed while a resident waits.
    preCompressed: true,
    setHeaders: (reply, path) => {
      const hashed = /\.[0-9a-f]{8}\.(js|css)(\.(br|gz))?$/.test(path);
      void reply.header('cache-control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
}
