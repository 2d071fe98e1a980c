import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Files from development dependencies that the server needs. The build copies them to dist/assets. */
export const ASSETS = {
  'DejaVuSans.ttf': 'dejavu-fonts-ttf/ttf/DejaVuSans.ttf',
  'DejaVuSans-Bold.ttf': 'dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf',
  'tfjs-backend-wasm.wasm': '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm',
  'tfjs-backend-wasm-simd.wasm': '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm',
} as const;

/** The folder of the built assets. The path is the same from src and from dist. */
const FOLDER = join(__dirname, '..', 'dist', 'assets');

/** Returns the path of an asset: the built copy, or the file in its package if the checkout is not built. */
export function assetPath(name: keyof typeof ASSETS): string {
  const built = join(FOLDER, name);
  return existsSync(built) ? built : require.resolve(ASSETS[name]);
}
