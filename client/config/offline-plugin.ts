import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import webpack from 'webpack';

const NAME = 'OfflinePlugin';

/** Emits sw.js: service-worker.js with the names of everything built, so that each page opens without network. */
export class OfflinePlugin {
  apply(compiler: webpack.Compiler): void {
    compiler.hooks.thisCompilation.tap(NAME, (compilation) => {
      const stage = webpack.Compilation.PROCESS_ASSETS_STAGE_REPORT;
      compilation.hooks.processAssets.tap({ name: NAME, stage }, (assets) => {
        const files = Object.keys(assets)
          .filter((file) => /\.(js|css)$/.test(file))
          .sort();
        const version = createHash('sha256').update(files.join()).digest('hex').slice(0, 12);
        const known = `const VERSION = '${version}';\nconst FILES = ${JSON.stringify(files)};\n`;
        const worker = readFileSync(path.join(__dirname, 'service-worker.js'), 'utf8');
        compilation.emitAsset('sw.js', new webpack.sources.RawSource(known + worker));
      });
    });
  }
}
