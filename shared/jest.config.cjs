module.exports = {
  displayName: 'shared',
  rootDir: __dirname,
  testEnvironment: 'node',
  setupFiles: ['<rootDir>/../scripts/fuzz-seed.cjs'],
  modulePathIgnorePatterns: ['<rootDir>/dist/'],
  testMatch: ['<rootDir>/src/**/*.spec.ts'],
  // @stablelib is published as ES modules.
  transformIgnorePatterns: ['/node_modules/(?!.*/node_modules/)(?!@stablelib/)'],
  transform: {
    '^.+\\.(ts|js)$': [
      '@swc/jest',
      { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'commonjs' } },
    ],
  },
};
