import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ENGINE_NAMES, type EngineName } from '../../../src/recommender/engine/load-engine';

const BINDING = join(__dirname, '../../../node_modules/@tensorflow/tfjs-node/lib/napi-v8/tfjs_binding.node');

/** The engines that are installed on this machine. TensorFlow is an optional peer dependency. */
export const installedEngines: EngineName[] = ENGINE_NAMES.filter(
  (name) => name !== 'tensorflow' || existsSync(BINDING),
);

if (!installedEngines.includes('tensorflow')) {
  test.skip('the engine tensorflow, which is not installed: npm run tfjs-node', () => {});
}
