const { join } = require('node:path');
const grouped = require('./test/support/grouped.cjs');

// Nest 12 and a few of its packages are ES modules: swc turns them into CommonJS for jest.
const ES_MODULES = [
  '@nestjs',
  '@stablelib',
  '@sapphire',
  'cookie',
  'file-type',
  'strtok3',
  'token-types',
  'uint8array-extras',
  '@tokenizer',
  '@borewit',
  'load-esm',
  'hucre',
  'ical-generator',
  'content-disposition',
  'kdbush',
];

const common = {
  rootDir: __dirname,
  testEnvironment: 'node',
  setupFiles: ['<rootDir>/test/support/threads.ts', '<rootDir>/../scripts/fuzz-seed.cjs'],
  modulePathIgnorePatterns: ['<rootDir>/dist/'],
  moduleNameMapper: {
    '^@openday/shared/(.*)$': '<rootDir>/../shared/src/$1',
    // One file instead of 226: each spec loads every module anew.
    '^rxjs(/operators)?$': '<rootDir>/node_modules/rxjs/dist/bundles/rxjs.umd.js',
  },
  transformIgnorePatterns: [`/node_modules/(?!.*/node_modules/)(?!(${ES_MODULES.join('|')})/)`],
  transform: {
    '^.+\\.(ts|js|mjs)$': [
      '@swc/jest',
      {
        jsc: {
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
          target: 'es2022',
        },
        module: { type: 'commonjs' },
      },
    ],
  },
};

const FAULTS_AND_LOCK_ORDER = /faults\/|lock-order/;
/** What is refused before any database is asked, or by the same words in both, or asks none; the demo is the embedded one's. */
const FAULTS_AND_ALIKE_ON_BOTH =
  /faults\/|(access-matrix|api-fuzz|bad-input|contract|demo|fake-wechat|throttle|plan-(dates|files|fixtures|refusals|untrusted))\.spec/;

/** Each spec by itself, or in a whole run their groups. */
const specs = ({ folder, ...grouping }) => [
  process.env.OPENDAY_GROUPED
    ? grouped({ folder: join(__dirname, folder), ...grouping })
    : `<rootDir>/${folder}/**/*.spec.ts`,
];

/** The specs over HTTP, on the database that `TEST_DB` tells them. */
const http = (db, left) => ({
  ...common,
  displayName: `server:${db}`,
  globals: { TEST_DB: db },
  testMatch: specs({ folder: 'test', name: db, left, groups: 8 }),
  testPathIgnorePatterns: ['/node_modules/', left.source],
});

/** Rules as table tests, then the same HTTP specs on each database. */
module.exports = {
  testTimeout: 60_000,
  projects: [
    {
      ...common,
      displayName: 'server:rules',
      testMatch: specs({ folder: 'src', name: 'rules', left: /^$/, groups: 3 }),
    },
    http('embedded', FAULTS_AND_LOCK_ORDER),
    {
      ...http('mariadb', FAULTS_AND_ALIKE_ON_BOTH),
      globalSetup: '<rootDir>/test/support/mariadb-setup.ts',
      globalTeardown: '<rootDir>/test/support/mariadb-teardown.ts',
    },
    // Long ones, of processes killed and starved: `pnpm test:faults`.
    {
      ...common,
      displayName: 'faults',
      testMatch: ['<rootDir>/test/faults/**/*.spec.ts'],
      globals: { TEST_DB: 'mariadb' },
    },
  ],
};
