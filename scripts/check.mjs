// pnpm check: everything that can be said about the code without running it.
import { join } from 'node:path';
import { bin, inSeconds, ROOT, run, tail } from './process.mjs';

const node = (script, ...args) => [process.execPath, [script, ...args]];
const tsc = bin('typescript', 'tsc');

const STEPS = [
  ['types of shared and server', ...node(tsc, '-b', 'shared', 'server')],
  ['types of client', ...node(tsc, '--noEmit', '-p', 'client')],
  ['format and lint', ...node(bin('@biomejs/biome', 'biome'), 'check', '--error-on-warnings', '.')],
  [
    'import directions',
    ...node(
      bin('dependency-cruiser', 'depcruise'),
      '--config',
      '.dependency-cruiser.cjs',
      'shared',
      'server',
      'client',
    ),
  ],
  ['unused files, exports, dependencies', ...node(bin('knip'), '--no-progress')],
  ['structure', ...node(join(ROOT, 'scripts/structure.mjs'))],
];

const failed = [];
const waiting = [...STEPS];

async function worker() {
  for (let step = waiting.shift(); step; step = waiting.shift()) {
    const [name, command, args] = step;
    const { code, seconds, output } = await run(command, args);
    console.info(`${code === 0 ? 'ok    ' : 'FAILED'}  ${name}  ${inSeconds(seconds)}`);
    if (code === 0) continue;
    failed.push(name);
    console.info(`${tail(output, 200).replace(/^/gm, '        ')}\n`);
  }
}

const began = Date.now();
await Promise.all([worker(), worker()]);
console.info(
  failed.length === 0 ? 'check passed' : `check failed: ${failed.join('; ')}`,
  inSeconds((Date.now() - began) / 1000),
);
process.exitCode = failed.length === 0 ? 0 : 1;
