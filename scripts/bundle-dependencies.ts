/**
 * Completes dist/ with the parts of development dependencies that the server needs, so that an installation does
 * not need these packages: TensorFlow.js is bundled into the modules that import it, and files such as fonts are copied.
 *   npm run build
 */
import { copyFileSync, mkdirSync, readdirSync } from 'node:fs';
import { join, parse } from 'node:path';
import { ASSETS } from '../src/assets';
import { BUNDLED_MODULE } from './bundled-module';

const ROOT = join(__dirname, '..');
const ENGINE = join('recommender', 'engine');

async function bundle(): Promise<void> {
  const modules = readdirSync(join(ROOT, 'src', ENGINE))
    .filter((file) => BUNDLED_MODULE.test(file))
    .map((file) => [parse(file).name, join(ROOT, 'src', ENGINE, file)]);
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
