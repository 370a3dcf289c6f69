const { testTimeout, projects: server } = require('./server/jest.config.cjs');
const { projects: client } = require('./client/jest.config.cjs');
const shared = require('./shared/jest.config.cjs');

const counts = process.env.OPENDAY_COUNTS;

/** Every test of the product; `pnpm test` chooses the projects this machine can run. */
module.exports = {
  testTimeout,
  maxWorkers: 2,
  // A group of specs leaves a gigabyte behind: its worker begins anew.
  workerIdleMemoryLimit: '1GB',
  // `pnpm test` asks for the counts; a bare `npx jest` does without.
  reporters: ['default', ...(counts ? [['<rootDir>/scripts/jest-counts.cjs', { file: counts }]] : [])],
  projects: [shared, ...server, ...client],
};
