import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { DrawView } from '@openday/shared/draws';
import { drawDifference } from './draw-check.rules';

const USAGE = `usage: draw:verify URL-or-FILE [--commitment HEX]
Repeats a published draw. URL: …/api/sessions/ID/draw; FILE: what it answered. --commitment: as noted before registration.
Exit code 0: 一致, 1: 不一致 and the first difference, 2: it could not be read.`;
const DIFFERS = 1;
const UNREADABLE = 2;

/** Needs no server and no database: only what was published. */
async function main(args: string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { commitment: { type: 'string' } },
  });
  const [source, ...more] = positionals;
  if (!source || more.length > 0) throw new Error(USAGE);
  const difference = drawDifference(readView(await textOf(source)), values.commitment?.toLowerCase());
  process.stdout.write(difference === null ? '一致\n' : `不一致：${difference}\n`);
  if (difference !== null) process.exitCode = DIFFERS;
}

async function textOf(source: string): Promise<string> {
  // A package manager changes the folder: where the user stands is in INIT_CWD.
  if (!/^https?:\/\//.test(source)) return readFile(resolve(process.env.INIT_CWD ?? process.cwd(), source), 'utf8');
  const answer = await fetch(source, { headers: { accept: 'application/json' } });
  if (!answer.ok) throw new Error(`${source}: HTTP ${answer.status}`);
  return answer.text();
}

/** Throws when it is not what the draw's route answers. */
function readView(text: string): DrawView {
  const view = JSON.parse(text) as Partial<DrawView> | null;
  const result = view?.result;
  const sound = result === null || (Array.isArray(result?.entries) && Array.isArray(result?.quotas));
  if (typeof view?.commitment !== 'string' || typeof view.sessionId !== 'string' || !sound)
    throw new Error('这不是抽签公示的内容');
  return view as DrawView;
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = UNREADABLE;
});
