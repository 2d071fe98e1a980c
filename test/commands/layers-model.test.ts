import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-cpu';
import { loadLayersModel } from '@tensorflow/tfjs-layers';
import { writeLayersModel } from '../../src/commands/export/layers-model';
import { networkOf } from '../../src/commands/export/network-of';
import { emptyState, rent } from '../../src/recommender/policies/dqn/decayed-state';
import { createDqnPolicy } from '../../src/recommender/policies/dqn/dqn-policy';
import { DQN_SETTINGS } from '../../src/recommender/policies/dqn/dqn-settings';
import { networkShapes, toNetwork } from '../../src/recommender/policies/dqn/q-network';
import { createRandom } from '../../src/random';
import { createLayers, feedForward } from '../../src/recommender/engine/feed-forward';

describe('writeLayersModel', () => {
  const random = createRandom(4);
  const layers = createLayers([6, 5, 4], random);
  const numbers = (count: number) => Float32Array.from({ length: count }, () => random.normal());
  const state = numbers(6);

  /** Loads the folder like a browser, and runs the model. */
  const ask = async (folder: string, input = state): Promise<number[]> => {
    const { weightsManifest, modelTopology } = JSON.parse(readFileSync(join(folder, 'model.json'), 'utf8'));
    const bytes = readFileSync(join(folder, weightsManifest[0].paths[0]));
    const weightData = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer;
    const model = await loadLayersModel(
      tf.io.fromMemory({ modelTopology, weightSpecs: weightsManifest[0].weights, weightData }),
    );
    return Array.from((model.predict(tf.tensor(input, [1, input.length])) as tf.Tensor).dataSync());
  };
  const folder = () => mkdtempSync(join(tmpdir(), 'reelgraph-model-'));
  const expectClose = (values: number[], expected: ArrayLike<number>) => {
    expect(values).toHaveLength(expected.length);
    values.forEach((value, at) => expect(value).toBeCloseTo(expected[at], 5));
  };

  it('writes dense layers that compute the same output as the policy', async () => {
    const to = folder();
    await writeLayersModel({ layers }, to);
    expectClose(await ask(to), feedForward(layers, state));
  });

  it('writes the linear path and a score for each film', async () => {
    const [linear, vectors, biases] = [numbers(6 * 4), numbers(3 * 4), numbers(3)];
    const to = folder();
    await writeLayersModel({ layers, linear, films: { vectors, biases } }, to);
    const action = feedForward(layers, state).map(
      (value, j) => value + state.reduce((sum, x, i) => sum + x * linear[i * 4 + j], 0),
    );
    const scores = Array.from(biases, (bias, film) =>
      action.reduce((sum, value, j) => sum + value * vectors[film * 4 + j], bias),
    );
    expectClose(await ask(to), scores);
  });

  it('writes the whole policy DQN, from the state of a history to the score of each film', async () => {
    const settings = { ...DQN_SETTINGS, decays: [0.5, 0.9], hidden: [7] };
    const [dimension, films] = [3, ['a', 'b', 'c', 'd']];
    const shapes = networkShapes(films.length, dimension, settings);
    const arrays = shapes.map((shape) => numbers(shape.reduce((a, b) => a * b, 1)));
    const { network } = networkOf({
      policy: 'DQN',
      version: 'test',
      progress: { settings, dimension, films },
      arrays: Object.fromEntries(arrays.map((array, at) => [`network.${at}`, array])),
    });
    const to = folder();
    await writeLayersModel(network, to);
    const q = toNetwork(arrays);
    const history = Int32Array.of(2, 0, 3);
    const rented = emptyState(dimension, settings.decays);
    for (const film of history) {
      rent(rented, q.films.subarray(film * dimension, (film + 1) * dimension), settings.decays);
    }
    const [scores] = createDqnPolicy(q, settings).score([history]);
    expectClose(await ask(to, Float32Array.from(rented.averages)), scores);
  });
});
