// pnpm draw:verify URL-or-FILE: repeats a published draw. Builds first where that is needed.
import { serverCli } from './server-cli.mjs';

await serverCli('modules/registrations/draw.cli.js', 2);
