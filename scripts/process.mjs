import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '..');

/**
 * Runs a program to its end and keeps what it printed.
 * @returns {Promise<{code: number, seconds: number, output: string}>} code 1 when it was ended by a signal or never began
 */
export function run(command, args, options = {}) {
  const began = Date.now();
  return new Promise((done) => {
    let output = '';
    const child = spawn(command, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'], ...options });
    const keep = (chunk) => {
      output += chunk;
    };
    child.stdout.setEncoding('utf8').on('data', keep);
    child.stderr.setEncoding('utf8').on('data', keep);
    const end = (code) => done({ code, seconds: (Date.now() - began) / 1000, output });
    child.once('error', (error) => {
      output += `${error.message}\n`;
      end(1);
    });
    child.once('close', (code) => end(code ?? 1));
  });
}

/** Path of a tool's own command, so that nothing depends on a global pnpm or on PATH. */
export function bin(name, command = name) {
  const tools = ['scripts/node_modules', 'node_modules'].map((folder) => join(ROOT, folder, name));
  const folder = tools.find((path) => existsSync(path)) ?? tools[0];
  const { bin: bins } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return join(folder, typeof bins === 'string' ? bins : bins[command]);
}

/** The last lines of a step's output, for a failure's report. */
export function tail(output, lines = 40) {
  return output.trimEnd().split('\n').slice(-lines).join('\n');
}

export const inSeconds = (seconds) => `${seconds.toFixed(1)} s`;
