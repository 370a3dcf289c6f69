import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

/** Serves the built H5 pages; hashed files may be kept for ever, the page itself never. */
export async function serveH5(app: NestFastifyApplication, folder: string): Promise<void> {
  if (!existsSync(join(folder, 'index.html'))) throw new Error(`no H5 build in ${folder}: run the client's build:h5`);
  await app.register(fastifyStatic, {
    root: folder,
    prefix: '/',
    cacheControl: false,
    // The build leaves a .br and a .gz beside each file: nothing is compressed while a resident waits.
    preCompressed: true,
    setHeaders: (reply, path) => {
      const hashed = /\.[0-9a-f]{8}\.(js|css)(\.(br|gz))?$/.test(path);
      void reply.header('cache-control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
}
