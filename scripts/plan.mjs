// pnpm plan parse FILE | score FILE TRUTH: reads a planning sheet without a server. Builds first where that is needed.
import { serverCli } from './server-cli.mjs';

await serverCli('modules/plans/plans.cli.js');
