const babel = [
  'babel-jest',
  {
    configFile: false,
    babelrc: false,
    // By path: babel would look for names from where jest was started.
    presets: [
      [require.resolve('@babel/preset-env'), { targets: { node: 'current' } }],
      [require.resolve('@babel/preset-react'), { runtime: 'automatic' }],
      require.resolve('@babel/preset-typescript'),
    ],
  },
];

const common = {
  rootDir: __dirname,
  modulePathIgnorePatterns: ['<rootDir>/dist/'],
  transform: { '\\.[cm]?[jt]sx?$': babel },
  moduleNameMapper: {
    '^@openday/shared/(.*)$': '<rootDir>/../shared/src/$1',
    '^@/(.*)$': '<rootDir>/src/$1',
  },
};

/**
 * client: components and hooks beside their source. e2e: the built H5 against the built server in Chromium.
 * weapp: the built mini program bundle in a Node host against the built server.
 */
module.exports = {
  testTimeout: 60_000,
  projects: [
    {
      ...common,
      displayName: 'client',
      testEnvironment: 'jsdom',
      testMatch: ['<rootDir>/src/**/*.spec.{ts,tsx}'],
      transformIgnorePatterns: [],
      moduleNameMapper: {
        // Before the alias: a style sheet is no module wherever it is named from.
        '\\.(s?css|png|svg)$': '<rootDir>/test/support/asset.cjs',
        ...common.moduleNameMapper,
        '^@tarojs/components$': '<rootDir>/test/support/components.tsx',
        '^@tarojs/taro$': '<rootDir>/test/support/taro.ts',
      },
      globals: { API_BASE: '/api' },
    },
    {
      ...common,
      displayName: 'e2e',
      testEnvironment: 'node',
      testMatch: ['<rootDir>/test/e2e/**/*.spec.ts'],
      // What makes and reads codes comes as ES modules; Chromium's driver is large and does not.
      transformIgnorePatterns: ['/node_modules/(?!.*/node_modules/)(?!@stablelib/|uqr/|qr/)'],
    },
    {
      ...common,
      displayName: 'weapp',
      testEnvironment: 'node',
      testMatch: ['<rootDir>/test/weapp/**/*.spec.ts'],
      // The QR reader comes as an ES module.
      transformIgnorePatterns: [],
    },
  ],
};
