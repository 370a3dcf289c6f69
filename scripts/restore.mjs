// pnpm restore FILE: puts a backup back into an empty database, or in the place of the embedded one.
import { serverCli } from './server-cli.mjs';

await serverCli('operation/restore.cli.js');
