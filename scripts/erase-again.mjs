// pnpm erase:again [JOURNAL …]: deletes again whoever was deleted since the backup that was restored. Builds first where that is needed.
import { serverCli } from './server-cli.mjs';

await serverCli('operation/erase-again.cli.js');
