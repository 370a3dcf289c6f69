// pnpm test [project …] [jest arguments]: everything but the fault tests, which are run when named, and the bench.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { build } from './builds.mjs';
import { bin, inSeconds, ROOT } from './process.mjs';

const onPath = (...names) => {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin'];
  return folders.flatMap((folder) => names.map((name) => join(folder, name))).find((path) => existsSync(path));
};

const TOOLS = {
  mariadb: {
    path: process.env.TEST_MARIADB_URL ?? onPath('mariadbd'),
    title: 'MariaDB',
    how: 'apt-get install mariadb-server',
  },
  chromium: {
    path: process.env.CHROMIUM_PATH ?? onPath('chromium', 'chromium-browser', 'google-chrome'),
    title: 'Chromium',
    how: 'apt-get install chromium fonts-noto-cjk, or CHROMIUM_PATH=/path/to/chromium',
  },
};

/** Stages run one after the other: a browser beside a loaded database is too slow to judge on two cores. */
const STAGES = [
  {
    name: 'rules, HTTP specs, components',
    projects: [
      { name: 'shared' },
      { name: 'server:rules' },
      { name: 'server:embedded' },
      { name: 'server:mariadb', needs: 'mariadb' },
      { name: 'client' },
    ],
  },
  {
    name: 'end to end',
    projects: [
      { name: 'e2e', needs: 'chromium', builds: ['server', 'h5'] },
      { name: 'weapp', builds: ['server', 'weapp'] },
    ],
  },
];

/** Only where it is asked for: `pnpm test:faults`. */
const FAULT_SEED = process.env.FAULT_SEED ?? String(Math.floor(Math.random() * 2 ** 31));
const FAULT_LOGS = join(tmpdir(), `openday-faults-${process.pid}`);
const FAULTS = { name: 'faults', projects: [{ name: 'faults', needs: 'mariadb', builds: ['server'] }] };

if (process.argv.includes('faults')) STAGES.push(FAULTS);

const known = STAGES.flatMap((stage) => stage.projects.map((project) => project.name));
const asked = process.argv.slice(2);
const only = asked.filter((arg) => known.includes(arg));
const jestArgs = asked.filter((arg) => !known.includes(arg) && arg !== '--');

const total = { passed: 0, failed: 0 };
const skipped = [];
const problems = [];

const stages = STAGES.map((stage) => {
  const wanted = stage.projects.filter(({ name }) => only.length === 0 || only.includes(name));
  const able = wanted.filter(({ needs }) => !needs || TOOLS[needs].path);
  for (const { name, needs } of wanted.filter((project) => !able.includes(project))) {
    skipped.push(`${name}: no ${TOOLS[needs].title} here (${TOOLS[needs].how})`);
  }
  return { name: stage.name, projects: able };
}).filter(({ projects }) => projects.length > 0);

const built = builds(stages.flatMap(({ projects }) => projects));
for (const { name, projects } of stages) await runStage(name, projects);

for (const line of skipped) console.info(`skipped  ${line}`);
if (process.env.REQUIRE_ALL === '1' && skipped.length > 0) {
  problems.push('something was skipped, and REQUIRE_ALL=1 asks for everything');
}
for (const line of problems) console.info(`FAILED   ${line}`);
console.info(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = problems.length > 0 || total.failed > 0 ? 1 : 0;

/**
 * Builds what the projects need, each by name. The server's comes first, with the contract both clients read; these are
 * built beside the first stage, on what it leaves of the processors.
 */
function builds(projects) {
  const [server, ...clients] = new Set(projects.flatMap(({ builds: needed = [] }) => needed));
  const first = server ? build(server) : Promise.resolve();
  const all = new Map([
    [server, first],
    ...clients.map((name) => [name, first.then(() => build(name, console.info, true))]),
  ]);
  // Whoever waits for one hears of its failure.
  for (const one of all.values()) one.catch(() => undefined);
  return all;
}

/** Runs a stage's projects, once what they need is built, and adds up their counts. */
async function runStage(title, projects) {
  const began = Date.now();
  try {
    await built.get('server');
    await Promise.all(projects.flatMap(({ builds: needed = [] }) => needed.map((name) => built.get(name))));
  } catch (error) {
    problems.push(`${title}: ${error.message}`);
    return;
  }
  const { code, counts } = await jest(projects.map(({ name }) => name));
  for (const { name } of projects) {
    const { passed, failed, skipped: left, seconds } = counts[name] ?? { passed: 0, failed: 0, skipped: 0, seconds: 0 };
    console.info(`${name}: ${passed} passed, ${failed} failed, ${inSeconds(seconds)}`);
    total.passed += passed;
    total.failed += failed;
    if (left > 0) skipped.push(`${name}: ${left} tests marked as skipped`);
    if (passed + failed === 0 && jestArgs.length === 0) problems.push(`${name}: not one test ran`);
  }
  if (projects.some(({ name }) => name === 'faults')) {
    if (code === 0) rmSync(FAULT_LOGS, { recursive: true, force: true });
    else console.info(`logs: ${FAULT_LOGS}; the same again: FAULT_SEED=${FAULT_SEED} pnpm test:faults`);
  }
  const failures = projects.some(({ name }) => counts[name]?.failed > 0);
  if (code !== 0 && !failures) problems.push(`${title}: jest ended with code ${code}`);
  console.info(`${title}: ${((Date.now() - began) / 60_000).toFixed(1)} min\n`);
}

/** @returns {Promise<{code: number, counts: Record<string, {passed: number, failed: number, skipped: number, seconds: number}>}>} */
function jest(projects) {
  const folder = mkdtempSync(join(tmpdir(), 'openday-test-'));
  const file = join(folder, 'counts.json');
  return new Promise((done) => {
    const child = spawn(
      process.execPath,
      [bin('jest'), '--selectProjects', ...projects, '--passWithNoTests', ...jestArgs],
      {
        cwd: ROOT,
        stdio: 'inherit',
        env: {
          ...process.env,
          ...(jestArgs.length === 0 && { OPENDAY_GROUPED: '1' }),
          OPENDAY_COUNTS: file,
          ...(projects.includes('faults') && { FAULT_SEED, FAULT_LOGS }),
          CHROMIUM_PATH: TOOLS.chromium.path ?? '',
        },
      },
    );
    child.once('exit', (code) => {
      const read = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : { projects: {} };
      rmSync(folder, { recursive: true, force: true });
      done({ code: code ?? 1, counts: read.projects });
    });
  });
}
