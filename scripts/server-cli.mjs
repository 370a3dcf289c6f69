import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { build } from './builds.mjs';
import { ROOT } from './process.mjs';

/**
 * Runs one of the server's commands with this process's arguments, its output and its exit code. Builds first where
 * that is needed; says so on standard error, since standard output is the answer's alone.
 */
export async function serverCli(path, unable = 1) {
  try {
    await build('server', console.error);
    const cli = spawn(process.execPath, [join(ROOT, 'server/dist/src', path), ...process.argv.slice(2)], {
      stdio: 'inherit',
    });
    cli.once('error', (error) => {
      console.error(error.message);
      process.exitCode = unable;
    });
    cli.once('exit', (code) => {
      process.exitCode = code ?? unable;
    });
  } catch (error) {
    console.error(error.message);
    process.exitCode = unable;
  }
}
