import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-wasm';
import { loadEngine } from '../../src/recommender/engine/load-engine';
import { createRandom } from '../../src/random';
import { DQN_SETTINGS } from '../../src/recommender/policies/dqn/dqn-settings';
import { DqnAgent } from '../../src/recommender/policies/dqn/dqn-agent';
import { collectFeatures } from '../../src/recommender/films/film-features';
import { cutWindows, takeBatch } from '../../src/recommender/policies/dqn/windows';
import { interleave, median, ratioOf, type Row } from './measure';

const FILMS = 1_000;
const CUSTOMERS = 600;
const RENTALS = 27;
const DIMENSION = 100;
const GOAL = 1.25;

/**
 * A learning step of DQN on data of the size of the DVD rental store, compared to the engine's own kernel for gathering
 * rows.
 */
export async function measureGather(): Promise<Row[]> {
  const own = tf.getKernel('GatherV2', 'wasm');
  const engine = await loadEngine('wasm');
  const copying = tf.getKernel('GatherV2', 'wasm');
  if (!own || !copying) throw new Error('The WebAssembly engine has no kernel GatherV2.');

  const random = createRandom(1);
  const draw = () => Int32Array.from({ length: RENTALS }, () => random.integer(FILMS));
  const histories = Array.from({ length: CUSTOMERS }, draw);
  const features = collectFeatures(Array.from({ length: FILMS }, (_, film) => [[`actor:${film % 200}`]]));
  const rentals = new Float32Array(FILMS);
  for (const history of histories) for (const film of history) rentals[film]++;
  const settings = DQN_SETTINGS;
  const agent = new DqnAgent({ engine, settings, random, features, rentals, dimension: DIMENSION });
  let windows = cutWindows(histories, settings, random);
  const step = (kernel: typeof own) => () => {
    tf.unregisterKernel('GatherV2', 'wasm');
    tf.registerKernel(kernel);
    if (windows.length < settings.batch) windows = cutWindows(histories, settings, random);
    return agent.learn(takeBatch(windows, settings));
  };
  const times = await interleave({ copying: step(copying), own: step(own) });
  tf.unregisterKernel('GatherV2', 'wasm');
  tf.registerKernel(copying);
  return [
    {
      work: `DQN step, batch ${settings.batch}, ${FILMS} films`,
      value: median(times.copying),
      anchor: "the engine's own gather",
      ratio: ratioOf(times, 'copying', 'own'),
      goal: GOAL,
    },
  ];
}
