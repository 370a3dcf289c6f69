// pnpm build [server] [h5] [weapp]: without names, all of them. What has not changed is left alone.
import { BUILDS, build } from './builds.mjs';

const names = process.argv.slice(2);
for (const name of names.length > 0 ? names : Object.keys(BUILDS).filter((name) => !BUILDS[name].onRequest)) {
  if (!(name in BUILDS)) throw new Error(`"${name}" is none of: ${Object.keys(BUILDS).join(', ')}`);
  await build(name);
}
