// Demo data in which somebody is held back because they registered and did not come: the hourly job's work, done now.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT, run, tail } from '../process.mjs';
import { startProduct } from '../product.mjs';
import { Person } from './person.mjs';

const JOB = `
const dist = process.argv[1];
require(dist + '/database/embedded-lock').holdDataDir(process.env.DATA_DIR);
const config = require(dist + '/config').loadConfig(process.env);
const { NoShowJob } = require(dist + '/modules/check-in/no-show.job');
require(dist + '/app').createApp(config).then(async (app) => {
  console.log(await app.get(NoShowJob).run());
  await app.close();
  process.exit(0);
});`;

/** The product on demo data whose programme has a no-show rule that has been applied; as startProduct. */
export async function startProductWithNoShows() {
  const dataDir = mkdtempSync(join(tmpdir(), 'openday-scenes-'));
  try {
    const first = await startProduct({ DATA_DIR: dataDir });
    const district = await Person.of(first.url, 'district');
    const { items } = await district.get('/programmes');
    for (const { id } of items) await district.patch(`/programmes/${id}`, { noShowLimit: 1, noShowDays: 30 });
    await first.stop();
    const env = { ...process.env, DEMO: '1', DATA_DIR: dataDir, LOG_LEVEL: 'error' };
    const { code, output } = await run(process.execPath, ['-e', JOB, join(ROOT, 'server/dist/src')], { env });
    if (code !== 0) throw new Error(`the no-show job failed:\n${tail(output)}`);
    const product = await startProduct({ DATA_DIR: dataDir });
    return {
      url: product.url,
      stop: async () => {
        await product.stop();
        rmSync(dataDir, { recursive: true, force: true });
      },
    };
  } catch (error) {
    rmSync(dataDir, { recursive: true, force: true });
    throw error;
  }
}
