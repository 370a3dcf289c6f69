// pnpm bench [client | a name of the server's benches …]: client = the H5 pages in a slow phone's Chromium; else the server.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { build } from './builds.mjs';
import { benchClient } from './client-bench.mjs';
import { ROOT } from './process.mjs';

const asked = process.argv.slice(2).filter((arg) => arg !== '--');
if (asked[0] === 'client') {
  for (const name of ['server', 'h5', 'blank']) await build(name);
  await benchClient();
} else {
  await build('server');
  const bench = spawn(process.execPath, ['dist/bench/main.js', ...asked], {
    cwd: join(ROOT, 'server'),
    stdio: 'inherit',
  });
  bench.once('exit', (code) => {
    process.exitCode = code ?? 1;
  });
}
