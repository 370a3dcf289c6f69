// pnpm verify:audit: proves for the configured database that the audit log is as it was written. Builds first where that is needed.
import { serverCli } from './server-cli.mjs';

await serverCli('modules/audit/audit.cli.js', 1);
