import type { Random } from '../../random';

/** A dense layer. The parameters are plain arrays, so that serving does not need an engine. */
export interface Layer {
  readonly inputs: number;
  readonly outputs: number;
  /** [inputs, outputs] */
  readonly weights: Float32Array;
  /** [outputs] */
  readonly biases: Float32Array;
}

/** Creates layers between consecutive sizes, initialized uniformly in ±1/√inputs like PyTorch's linear layers. */
export function createLayers(sizes: readonly number[], random: Random): Layer[] {
  return sizes.slice(1).map((outputs, at) => {
    const inputs = sizes[at];
    const uniform = () => (2 * random.next() - 1) / Math.sqrt(inputs);
    return {
      inputs,
      outputs,
      weights: new Float32Array(inputs * outputs).map(uniform),
      biases: new Float32Array(outputs).map(uniform),
    };
  });
}

/**
 * The output of the layers for one input, [inputs] → [outputs], with relu after every layer except the last.
 * @param masks factors of the hidden layers' outputs, [hidden layers][outputs]
 */
export function feedForward(
  layers: readonly Layer[],
  input: Float32Array,
  masks?: readonly Float32Array[],
): Float32Array {
  return layers.reduce((values, layer, at) => {
    const sums = Float64Array.from(layer.biases);
    for (let i = 0; i < layer.inputs; i++) {
      const value = values[i];
      if (value === 0) continue;
      const row = i * layer.outputs;
      for (let j = 0; j < layer.outputs; j++) sums[j] += value * layer.weights[row + j];
    }
    const isLast = at === layers.length - 1;
    return Float32Array.from(sums, (sum, j) =>
      isLast ? sum : Math.max(0, sum) * (masks ? masks[at][j] : 1),
    );
  }, input);
}

/**
 * Inverted dropout masks for `rows` inputs, [hidden layers][rows × outputs]: 0 with the probability of the layer's
 * rate, otherwise 1 / (1 − rate).
 */
export function createMasks(
  layers: readonly Pick<Layer, 'outputs'>[],
  rates: readonly number[],
  rows: number,
  random: Random,
): Float32Array[] {
  return layers.slice(0, -1).map(({ outputs }, at) => {
    const rate = rates[at];
    const mask = new Float32Array(rows * outputs).fill(1);
    return rate > 0 ? mask.map(() => (random.next() < rate ? 0 : 1 / (1 - rate))) : mask;
  });
}
