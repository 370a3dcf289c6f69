import path from 'node:path';
import { build, type Plugin } from 'esbuild';
import type webpack from 'webpack';

const NAME = 'FirstViewPlugin';
const ENTRY = 'src/pages/discover/first-view.tsx';

/** Leaves first-view.cjs: the first page's own components as a function the server calls, to send the list with the page. */
export class FirstViewPlugin {
  constructor(
    private readonly client: string,
    private readonly constants: Record<string, string>,
  ) {}

  apply(compiler: webpack.Compiler): void {
    // Not as an asset: those are rewritten for browsers.
    compiler.hooks.afterEmit.tapPromise(NAME, () => this.bundle(path.join(compiler.outputPath, 'first-view.cjs')));
  }

  private async bundle(outfile: string): Promise<void> {
    await build({
      absWorkingDir: this.client,
      entryPoints: [ENTRY],
      bundle: true,
      minify: true,
      outfile,
      platform: 'node',
      target: 'node20',
      mainFields: ['module', 'main'],
      resolveExtensions: ['.h5.tsx', '.h5.ts', '.tsx', '.ts', '.js'],
      alias: {
        '@': path.join(this.client, 'src'),
        '@tarojs/taro': path.join(this.client, 'config', 'taro-on-server.ts'),
      },
      plugins: [htmlComponents(this.client)],
      loader: { '.scss': 'empty', '.css': 'empty' },
      jsx: 'automatic',
      // Fetched by the map, which nobody has opened yet.
      external: ['leaflet'],
      define: { ...this.constants, 'process.env.TARO_ENV': '"h5"', 'process.env.NODE_ENV': '"production"' },
      logLevel: 'warning',
    });
  }
}

/** As `useHtmlComponents` has it; the others, which a browser defines as elements of its own, are not drawn here. */
function htmlComponents(client: string): Plugin {
  return {
    name: 'html-components',
    setup({ onResolve }) {
      const plain = path.join(client, 'node_modules/@tarojs/components-react/dist/index.js');
      onResolve({ filter: /^@tarojs\/components$/ }, () => ({ path: plain, sideEffects: false }));
      onResolve({ filter: /^@tarojs\/components\/lib/ }, (other) => ({
        path: other.path,
        external: true,
        sideEffects: false,
      }));
    },
  };
}
