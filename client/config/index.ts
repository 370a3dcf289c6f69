import path from 'node:path';
import { defineConfig, type UserConfigExport } from '@tarojs/cli';
import webpack from 'webpack';
import { CompressedPlugin } from './compressed-plugin';
import { FirstPagePlugin } from './first-page-plugin';
import { FirstViewPlugin } from './first-view-plugin';
import { OfflinePlugin } from './offline-plugin';

const client = path.resolve(__dirname, '..');
const platform = process.env.TARO_ENV === 'weapp' ? 'weapp' : 'h5';

// Taro transpiles only src/ and node_modules/*taro*: whatever else ships ES2020 or TypeScript is named here.
const compile = {
  include: [
    path.join(client, '..', 'shared', 'src'),
    (file: string) => /node_modules[\\/](@tanstack|@stablelib|gcoord|qr|uqr|zustand)[\\/]/.test(file),
  ],
};

const apiBase = { h5: '/api', weapp: process.env.OPENDAY_API_BASE ?? 'http://127.0.0.1:3000/api' };
const NOTHING = path.join(client, 'config', 'nothing.js');
const hashed = { filename: '[name].[contenthash:8]', chunk: '[name].[contenthash:8]' };

const constants = {
  API_BASE: JSON.stringify(apiBase[platform]),
  MAP_TILES: JSON.stringify(process.env.MAP_TILES ?? ''),
  MAP_DATUM: JSON.stringify(process.env.MAP_DATUM ?? 'gcj02'),
};

export default defineConfig<'webpack5'>(async (merge) => {
  // babel and autoprefixer pick their browsers from package.json by this name.
  process.env.BROWSERSLIST_ENV = platform;
  const config: UserConfigExport<'webpack5'> = {
    projectName: 'openday',
    date: '2026-11-21',
    designWidth: 375,
    deviceRatio: { 375: 2, 640: 1.17, 750: 1, 828: 0.905 },
    // The bench builds a blank page of its own, to have something to be measured against.
    sourceRoot: process.env.OPENDAY_SOURCE || 'src',
    outputRoot: process.env.OPENDAY_OUTPUT || `dist/${platform}`,
    framework: platform === 'h5' ? 'preact' : 'react',
    plugins: platform === 'weapp' ? [path.join(__dirname, 'weapp-aria.ts')] : [],
    compiler: { type: 'webpack5', prebundle: { enable: false } },
    cache: { enable: false },
    // Pages are at most a dozen views deep; each level costs 3 kB of templates in the main package.
    baseLevel: 12,
    // Chinese as it is, not as escapes twice its size; no licence files beside the scripts.
    terser: { enable: true, config: { compress: { passes: 3 }, output: { ascii_only: false, comments: false } } },
    // svgo would make plain text of the icons again, which WXSS does not take.
    csso: { enable: true, config: { svgo: false } },
    alias: { '@': path.join(client, 'src') },
    defineConstants: constants,
    // WeChat's map wants its pins as files of the package.
    copy: {
      patterns: platform === 'weapp' ? [{ from: 'src/platform/pins/', to: 'dist/weapp/pins/' }] : [],
      options: {},
    },
    mini: {
      compile,
      minifyXML: { collapseWhitespace: true },
      // What only the door or the desk uses goes with them, not into the main package.
      optimizeMainPackage: { enable: true },
      // The features' sheets share no class, so their order does not matter.
      miniCssExtractPluginOption: { ignoreOrder: true },
      // Nothing of ours is written as HTML: its parser would be 15 kB of the main package.
      runtime: { enableInnerHTML: false },
      postcss: {
        // Sizes are written as they are meant, in px: large type scales them, the screen's width does not.
        pxtransform: { enable: false, config: {} },
        // WXSS wants pictures as base64, svg too.
        url: { enable: true, config: { limit: 10_240, encodeType: 'base64' } },
      },
      webpackChain(chain) {
        const polyfill = [path.join(client, 'src', 'platform', 'abort.ts'), 'AbortController'];
        chain.plugin('abort').use(webpack.ProvidePlugin, [{ AbortController: polyfill }]);
        if (process.env.NODE_ENV === 'production')
          chain.optimization.minimizer('terserPlugin').tap(([options]) => [{ ...options, extractComments: false }]);
      },
    },
    h5: {
      compile,
      publicPath: '/',
      staticDirectory: 'static',
      router: { mode: 'hash' },
      useHtmlComponents: true,
      output: { filename: `js/${hashed.filename}.js`, chunkFilename: `js/${hashed.chunk}.js` },
      miniCssExtractPluginOption: {
        ignoreOrder: true,
        filename: `css/${hashed.filename}.css`,
        chunkFilename: `css/${hashed.chunk}.css`,
      },
      postcss: { autoprefixer: { enable: true, config: {} }, pxtransform: { enable: false, config: {} } },
      webpackChain(chain) {
        // Taro's requests and system facts bring what every browser of our list has: 14 kB less.
        for (const old of ['whatwg-fetch', 'jsonp-retry', 'platform']) chain.resolve.alias.set(old, NOTHING);
        // Few and large: on a phone's network each file more is a round trip more.
        chain.optimization.merge({ splitChunks: { chunks: 'all', minSize: 40_000, maxAsyncRequests: 5 } });
        chain.plugin('first-page').use(FirstPagePlugin);
        if (!process.env.OPENDAY_SOURCE) chain.plugin('first-view').use(FirstViewPlugin, [client, constants]);
        chain.plugin('offline').use(OfflinePlugin);
        if (process.env.NODE_ENV === 'production') chain.plugin('compressed').use(CompressedPlugin);
      },
    },
  };
  return merge({}, config);
});
