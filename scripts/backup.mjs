// pnpm backup FOLDER [--keep N]: one more sealed backup of the configured database, while servers go on.
import { serverCli } from './server-cli.mjs';

await serverCli('operation/backup.cli.js');
