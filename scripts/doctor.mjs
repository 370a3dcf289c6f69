// pnpm run doctor: what is wrong with this set-up, and what to do. (`pnpm doctor` alone is pnpm's own.)
import { serverCli } from './server-cli.mjs';

await serverCli('operation/doctor.cli.js');
