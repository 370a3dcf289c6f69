import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import webpack from 'webpack';

const NAME = 'CompressedPlugin';
/** Below this the headers weigh more than what is saved. */
const LEAST = 1024;

/** Emits a .br and a .gz beside every script, style sheet and page, which the server hands out as they are. */
export class CompressedPlugin {
  apply(compiler: webpack.Compiler): void {
    compiler.hooks.thisCompilation.tap(NAME, (compilation) => {
      // After the last of those who emit: the offline plugin.
      const stage = webpack.Compilation.PROCESS_ASSETS_STAGE_REPORT + 1;
      compilation.hooks.processAssets.tap({ name: NAME, stage }, (assets) => {
        for (const [file, asset] of Object.entries(assets)) {
          const content = asset.buffer();
          if (!/\.(js|css|html|svg|json)$/.test(file) || content.length < LEAST) continue;
          const params = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY };
          compilation.emitAsset(`${file}.br`, new webpack.sources.RawSource(brotliCompressSync(content, { params })));
          compilation.emitAsset(`${file}.gz`, new webpack.sources.RawSource(gzipSync(content, { level: 9 })));
        }
      });
    });
  }
}
