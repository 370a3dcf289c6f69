// pnpm keys [rotate|reindex]: which keys are in use, and changing them (docs/OPERATIONS.md).
import { serverCli } from './server-cli.mjs';

await serverCli('operation/keys.cli.js');
