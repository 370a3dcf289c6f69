const { testTimeout, projects: server } = require('./server/jest.config.cjs');
const { projects: client } = require('./client/jest.config.cjs');
const shared = require('./shared/jest.config.cjs');

/** Every test of the product; `pnpm test` chooses the projects this machine can run. */
module.exports = {
  testTimeout,
  maxWorkers: 2,
  projects: [shared, ...server, ...client],
};
