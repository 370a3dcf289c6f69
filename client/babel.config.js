module.exports = {
  // None of what these forbid is done here; every `?.` and every default costs less.
  assumptions: { noDocumentAll: true, ignoreFunctionLength: true },
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
