// pnpm retention: what would be removed by its age tonight, by field and programme; it removes nothing.
import { serverCli } from './server-cli.mjs';

await serverCli('operation/retention.cli.js');
