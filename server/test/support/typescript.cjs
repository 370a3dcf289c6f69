// Threads do not run inside of jest: this teaches one to load our TypeScript as jest does.
const { readFileSync } = require('node:fs');
const Module = require('node:module');
const { join } = require('node:path');
const { transformSync } = require('@swc/core');

const SHARED = join(__dirname, '../../../shared/src');
const resolve = Module._resolveFilename;
Module._resolveFilename = (request, ...rest) => {
  const [, own] = /^@openday\/shared\/(.*)$/.exec(request) ?? [];
  return own ? join(SHARED, `${own}.ts`) : resolve(request, ...rest);
};

require.extensions['.ts'] = (module, filename) => {
  const { code } = transformSync(readFileSync(filename, 'utf8'), {
    filename,
    jsc: {
      parser: { syntax: 'typescript', decorators: true },
      transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
      target: 'es2022',
    },
    module: { type: 'commonjs', ignoreDynamic: true },
  });
  module._compile(code, filename);
};
