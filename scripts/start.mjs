// pnpm start [--https]: from a fresh clone to a running product, with the demo in it.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { BUILDS, build } from './builds.mjs';
import { ROOT } from './process.mjs';

const OLDEST_NODE = [20, 19];

const { values: options } = parseArgs({ options: { https: { type: 'boolean', default: false } } });

try {
  console.info('1/3 Node');
  checkNode();
  console.info('2/3 Builds');
  await build('server');
  await build('h5');
  console.info('3/3 Server');
  serve();
} catch (error) {
  console.error(`\nNot started: ${error.message}`);
  process.exitCode = 1;
}

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  const [oldestMajor, oldestMinor] = OLDEST_NODE;
  if (major < oldestMajor || (major === oldestMajor && minor < oldestMinor)) {
    throw new Error(`Node ${process.versions.node} is too old: ${OLDEST_NODE.join('.')} or newer is needed`);
  }
  console.info(`  ${process.versions.node}`);
}

/** The server migrates, loads the demo into an empty database and prints where it listens and who can sign in. */
function serve() {
  const env = { H5_DIR: join(ROOT, 'client/dist/h5'), ...process.env };
  if (options.https) env.HTTPS = '1';
  if (env.NODE_ENV !== 'production') env.DEMO ??= '1';
  const server = spawn(process.execPath, [BUILDS.server.output], { cwd: ROOT, stdio: 'inherit', env });
  server.once('error', (error) => {
    console.error(`\nNot started: ${error.message}`);
    process.exitCode = 1;
  });
  server.once('exit', (code, signal) => {
    if (code) console.error(`\nThe server ended with code ${code}: its last lines above say why.`);
    process.exitCode = code ?? (signal === 'SIGINT' || signal === 'SIGTERM' ? 0 : 1);
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    // A terminal sends Ctrl-C to the whole group: the server has it already.
    const reachesServer = signal === 'SIGINT' && process.stdin.isTTY;
    process.on(signal, () => reachesServer || server.kill(signal));
  }
  endWithPackageManager(() => server.kill('SIGTERM'));
}

/** npx and pnpm die of a SIGTERM without telling the script they run: when one of those above us is gone, so are we. */
function endWithPackageManager(end) {
  const managers = packageManagersAbove(process.ppid);
  if (managers.length === 0) return;
  const watch = setInterval(() => {
    if (managers.every((pid) => existsSync(`/proc/${pid}`))) return;
    clearInterval(watch);
    end();
  }, 1000);
  watch.unref();
}

/** Process ids of the npx and pnpm that run this script, the shells between them left out; none where there is no /proc. */
function packageManagersAbove(pid) {
  if (pid <= 1 || !existsSync(`/proc/${pid}/stat`)) return [];
  const [, name, parent] = /\((.*)\) \S (\d+)/s.exec(readFileSync(`/proc/${pid}/stat`, 'utf8')) ?? [];
  const isShell = /^(ba|da|z)?sh$/.test(name);
  const isManager = /\b(npm|pnpm|npx)\b/.test(readFileSync(`/proc/${pid}/cmdline`, 'utf8'));
  if (isShell) return packageManagersAbove(Number(parent));
  return isManager ? [pid, ...packageManagersAbove(Number(parent))] : [];
}
