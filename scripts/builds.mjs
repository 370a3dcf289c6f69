// Builds of the packages, each skipped while what it is made from has not changed.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { delimiter, join, relative } from 'node:path';
import { inSeconds, ROOT, run, tail } from './process.mjs';

const STAMPS = join(ROOT, 'node_modules/.cache/openday');
const COMMON_INPUTS = ['pnpm-lock.yaml', 'tsconfig.base.json'];
const CLIENT_INPUTS = ['client/package.json', 'client/babel.config.js', 'client/config', 'client/src', 'shared/src'];

/** What the client's bench measures against: a Taro app with nothing in it, built as ours is. */
const BLANK = { OPENDAY_SOURCE: 'bench/blank', OPENDAY_OUTPUT: 'dist/blank' };

/** `env` names the settings baked in, `set` gives some; `onRequest`: not among all; `output` must exist after the build: Taro can fail and still end with 0. */
export const BUILDS = {
  server: {
    title: 'server and contract',
    folder: 'server',
    script: 'build',
    inputs: [
      'server/package.json',
      'server/tsconfig.json',
      'server/src',
      'server/bench',
      'shared/package.json',
      'shared/src',
    ],
    output: 'server/dist/src/main.js',
  },
  h5: {
    title: 'web page (H5)',
    folder: 'client',
    script: 'build:h5',
    inputs: CLIENT_INPUTS,
    env: ['MAP_TILES', 'MAP_DATUM'],
    output: 'client/dist/h5/index.html',
    clean: 'client/dist/h5',
  },
  blank: {
    title: 'blank page (for the bench)',
    folder: 'client',
    script: 'build:h5',
    inputs: ['client/package.json', 'client/babel.config.js', 'client/config', 'client/bench/blank'],
    set: BLANK,
    output: 'client/dist/blank/index.html',
    clean: 'client/dist/blank',
    onRequest: true,
  },
  weapp: {
    title: 'mini program (weapp)',
    folder: 'client',
    script: 'build:weapp',
    inputs: CLIENT_INPUTS,
    env: ['MAP_TILES', 'MAP_DATUM', 'OPENDAY_API_BASE'],
    output: 'client/dist/weapp/app.json',
    clean: 'client/dist/weapp',
  },
};

/**
 * Brings one build up to date and says so on the terminal, by `say`; `patient`: on what others leave of the processors.
 * Throws with the build's last lines when it fails or leaves nothing behind.
 */
export async function build(name, say = console.info, patient = false) {
  const { title, folder, script, inputs, env = [], set = {}, output, clean } = BUILDS[name];
  const stamp = join(STAMPS, name);
  const wanted = fingerprint([...COMMON_INPUTS, ...inputs], env);
  if (existsSync(stamp) && existsSync(join(ROOT, output)) && readFileSync(stamp, 'utf8') === wanted) {
    say(`  ${title}: unchanged`);
    return;
  }
  rmSync(stamp, { force: true });
  if (clean) rmSync(join(ROOT, clean), { recursive: true, force: true });
  say(`  ${title}: building`);
  const began = Date.now();
  const heartbeat = setInterval(
    () => say(`  ${title}: still building, ${inSeconds((Date.now() - began) / 1000)}`),
    15_000,
  );
  const { code, seconds, output: said } = await packageScript(folder, script, set, patient);
  clearInterval(heartbeat);
  if (code !== 0) throw new Error(`building the ${title} failed:\n${tail(said)}`);
  if (!existsSync(join(ROOT, output))) throw new Error(`building the ${title} left no ${output}:\n${tail(said)}`);
  mkdirSync(STAMPS, { recursive: true });
  writeFileSync(stamp, wanted);
  say(`  ${title}: built in ${inSeconds(seconds)}`);
}

/** A package.json script, run as a package manager would, without needing one. */
function packageScript(folder, script, set, patient) {
  const cwd = join(ROOT, folder);
  const { scripts } = JSON.parse(readFileSync(join(cwd, 'package.json'), 'utf8'));
  const path = [join(cwd, 'node_modules/.bin'), join(ROOT, 'node_modules/.bin'), process.env.PATH].join(delimiter);
  const nicely = patient && process.platform !== 'win32' ? 'nice -n 19 ' : '';
  return run(nicely + scripts[script], [], {
    cwd,
    shell: true,
    env: { ...process.env, ...set, PATH: path, NODE_ENV: 'production' },
  });
}

/** One hash over names and contents of all inputs, the settings baked into the build and the Node version. */
function fingerprint(inputs, env) {
  const settings = env.map((name) => `${name}=${process.env[name] ?? ''}`);
  const hash = createHash('sha256').update([process.version, ...settings].join('\0'));
  for (const file of inputs.flatMap(filesUnder).sort()) {
    hash.update(`\0${file}\0`).update(readFileSync(join(ROOT, file)));
  }
  return hash.digest('hex');
}

function filesUnder(path) {
  const full = join(ROOT, path);
  const found = statSync(full, { throwIfNoEntry: false });
  if (!found?.isDirectory()) return found ? [path] : [];
  return readdirSync(full, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)));
}
