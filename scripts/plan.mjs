// pnpm plan parse FILE | score FILE TRUTH: reads a planning sheet without a server. Builds first where that is needed.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { build } from './builds.mjs';
import { ROOT } from './process.mjs';

const CLI = join(ROOT, 'server/dist/src/modules/plans/plans.cli.js');

try {
  // Standard output is the answer's alone.
  await build('server', console.error);
  const cli = spawn(process.execPath, [CLI, ...process.argv.slice(2)], { stdio: 'inherit' });
  cli.once('error', (error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
  cli.once('exit', (code) => {
    process.exitCode = code ?? 1;
  });
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
