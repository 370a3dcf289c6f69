import { readFileSync } from 'node:fs';
import path from 'node:path';
import { transform } from 'esbuild';
import webpack from 'webpack';

const NAME = 'FirstPagePlugin';
const SCRIPT = path.join(__dirname, 'first-page-script.js');
/** The page that opens where the address names none. */
const FIRST = /src[\\/]pages[\\/]discover[\\/]index\.tsx/;

/**
 * Has the browser fetch the first page's own scripts together with the app's, instead of after them: a round trip less on a
 * slow network. Only where the address names no other page. Its styles are linked in the page, which begins with the script for what
 * the server sends of it.
 */
export class FirstPagePlugin {
  apply(compiler: webpack.Compiler): void {
    compiler.hooks.thisCompilation.tap(NAME, (compilation) => {
      const stage = webpack.Compilation.PROCESS_ASSETS_STAGE_REPORT;
      compilation.hooks.processAssets.tapPromise({ name: NAME, stage }, async (assets) => {
        const page = assets['index.html'];
        const files = filesOfFirst(compilation);
        if (!page || files.length === 0) return;
        const scripts = files.filter((file) => file.endsWith('.js'));
        const styles = files.filter((file) => file.endsWith('.css'));
        const early = `<script>/^#?$|discover/.test(location.hash)&&${JSON.stringify(scripts)}.forEach(function(f){var l=document.createElement('link');l.rel='preload';l.as='script';l.href='/'+f;document.head.appendChild(l)})</script>`;
        const links = styles.map((file) => `<link href="/${file}" rel="stylesheet">`).join('');
        const html = page
          .source()
          .toString()
          .replace('<script', () => `${early}<script`)
          .replace('</head>', () => `${links}</head>`);
        const { code } = await transform(readFileSync(SCRIPT, 'utf8'), { minify: true });
        const whole = html.replace('<div id="app">', (app) => `<script>${code.trim()}</script>${app}`);
        compilation.updateAsset('index.html', new webpack.sources.RawSource(whole));
      });
    });
  }
}

/** Scripts and styles that are loaded for the page and for nothing before it. */
function filesOfFirst(compilation: webpack.Compilation): string[] {
  const initial = new Set([...compilation.entrypoints.values()].flatMap((entry) => entry.getFiles()));
  const groups = compilation.chunkGroups.filter((group) =>
    group.chunks.some((chunk) =>
      [...compilation.chunkGraph.getChunkModulesIterable(chunk)].some(
        (module) => !initial.has([...chunk.files][0] ?? '') && FIRST.test(module.identifier()),
      ),
    ),
  );
  const files = groups.flatMap((group) => group.getFiles());
  return [...new Set(files)].filter((file) => !initial.has(file) && /\.(js|css)$/.test(file));
}
