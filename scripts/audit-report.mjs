// pnpm audit:report: known advisories of what we ship (not of what only builds and tests). Asks the registry; no part of CI,
// which must not depend on an outside list. Ends with 1 where there is one.
import { spawn } from 'node:child_process';
import { ROOT } from './process.mjs';

const pnpm = process.env.npm_execpath ?? 'pnpm';
const [command, first] = /\.c?js$/.test(pnpm) ? [process.execPath, [pnpm]] : [pnpm, []];
const asked = spawn(command, [...first, 'audit', '--prod'], { cwd: ROOT, stdio: 'inherit' });
asked.once('error', (error) => {
  console.error(error.message);
  process.exitCode = 1;
});
asked.once('exit', (code) => {
  process.exitCode = code ?? 1;
});
