import webpack from 'webpack';

const NAME = 'FirstPagePlugin';
/** The page that opens where the address names none. */
const FIRST = /src[\\/]pages[\\/]discover[\\/]index\.tsx/;

/**
 * Has the browser fetch the first page's own files together with the app's, instead of after them: a round trip less on a
 * slow network. Only where the address names no other page.
 */
export class FirstPagePlugin {
  apply(compiler: webpack.Compiler): void {
    compiler.hooks.thisCompilation.tap(NAME, (compilation) => {
      const stage = webpack.Compilation.PROCESS_ASSETS_STAGE_REPORT;
      compilation.hooks.processAssets.tap({ name: NAME, stage }, (assets) => {
        const page = assets['index.html'];
        const files = filesOfFirst(compilation);
        if (!page || files.length === 0) return;
        const script = `<script>/^#?$|discover/.test(location.hash)&&${JSON.stringify(files)}.forEach(function(f){var l=document.createElement('link');l.rel='preload';l.as=/css$/.test(f)?'style':'script';l.href='/'+f;document.head.appendChild(l)})</script>`;
        const html = page.source().toString().replace('<script', `${script}<script`);
        compilation.updateAsset('index.html', new webpack.sources.RawSource(html));
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
