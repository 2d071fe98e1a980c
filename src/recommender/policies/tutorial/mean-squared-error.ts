import type { Tensor2D } from '@tensorflow/tfjs-core';
import type { Engine } from '../../engine/load-engine';
import type { Layer } from '../../engine/feed-forward';
import type { Transition } from './tutorial-environment';

/** A loss and its gradients: weights and biases of each layer in turn. */
export interface Gradients {
  readonly loss: number;
  readonly gradients: Float32Array[];
}

/**
 * The tutorial's loss: the mean squared error between the network's output for a state and the next state. The reward
 * is not used. Keeps no tensor.
 * @param masks dropout, [hidden layers][batch × outputs]
 */
export function meanSquaredError(
  { tf }: Engine,
  layers: readonly Layer[],
  batch: readonly Transition[],
  masks?: readonly Float32Array[],
): Gradients {
  const result: { loss: number; gradients: Float32Array[] } = { loss: NaN, gradients: [] };
  tf.tidy(() => {
    const parameters = layers.flatMap(({ weights, biases, inputs, outputs }) => [
      tf.tensor2d(weights, [inputs, outputs]),
      tf.tensor1d(biases),
    ]);
    const states = stack(batch.map(({ state }) => state));
    const nextStates = stack(batch.map(({ nextState }) => nextState));
    const { value, grads } = tf.valueAndGrads((...tensors) => {
      let values: Tensor2D = states;
      layers.forEach(({ outputs }, at) => {
        values = tf.add(tf.matMul(values, tensors[2 * at] as Tensor2D), tensors[2 * at + 1]);
        if (at === layers.length - 1) return;
        values = tf.relu(values);
        if (masks) values = tf.mul(values, tf.tensor2d(masks[at], [batch.length, outputs]));
      });
      return tf.mean(tf.squaredDifference(values, nextStates));
    })(parameters);
    result.loss = value.dataSync()[0];
    result.gradients = grads.map((gradient) => gradient.dataSync() as Float32Array);
  });
  return result;

  function stack(rows: Float32Array[]): Tensor2D {
    const dimension = rows[0].length;
    const matrix = new Float32Array(rows.length * dimension);
    rows.forEach((row, at) => matrix.set(row, at * dimension));
    return tf.tensor2d(matrix, [rows.length, dimension]);
  }
}
