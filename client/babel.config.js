module.exports = {
  presets: [
    [
      'taro',
      {
        framework: 'react',
        ts: true,
        compiler: 'webpack5',
        // Browsers of the list in package.json have every builtin that is used; polyfills would cost 14 kB of gzip.
        useBuiltIns: false,
      },
    ],
  ],
};
