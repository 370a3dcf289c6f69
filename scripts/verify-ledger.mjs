// pnpm verify:ledger: proves for the configured database that counters and rows agree. Builds first where that is needed.
import { serverCli } from './server-cli.mjs';

await serverCli('modules/registrations/ledger.cli.js', 1);
