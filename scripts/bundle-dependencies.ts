/**
 * Completes dist/ with the parts of development dependencies that the server needs, so that an installation contains
 * these alone: TensorFlow.js is bundled into the modules that import it, and files such as fonts are copied.
 *   npm run build
 */
import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { ASSETS } from '../src/assets';

const ROOT = join(__dirname, '..');
const ENGINE = join('recommender', 'engine');
const BUNDLED = ['tfjs-core', 'tfjs-layers', 'tfjs-wasm', 'tfjs-cpu'];

async function bundle(): Promise<void> {
  const modules = BUNDLED.map((name) => [name, join(ROOT, 'src', ENGINE, `${name}.ts`)]);
  const { rolldown } = await import('rolldown');
  const build = await rolldown({
    input: Object.fromEntries(modules) as Record<string, string>,
    platform: 'node',
    resolve: { mainFields: ['module', 'main'] },
    // Node has its own fetch.
    external: ['node-fetch'],
  });
  await build.write({
    dir: join(ROOT, 'dist', ENGINE),
    format: 'cjs',
    chunkFileNames: 'tfjs/[name].js',
    // Compression would hide exports from `import()`.
    minify: { compress: false, mangle: true, codegen: true },
  });
}

function copyAssets(): void {
  const folder = join(ROOT, 'dist', 'assets');
  mkdirSync(folder, { recursive: true });
  for (const [name, source] of Object.entries(ASSETS)) {
    copyFileSync(require.resolve(source), join(folder, name));
  }
}

copyAssets();
bundle().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
