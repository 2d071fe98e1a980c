import type { GradSaveFunc, Scalar, Tensor, Tensor1D, Tensor2D } from '@tensorflow/tfjs-core';
import type { Engine } from '../../engine/load-engine';
import { decayWeights, stateScales } from './decayed-state';
import type { DqnSettings } from './dqn-settings';
import { layerSizes, networkArrays, networkShapes, type QNetwork } from './q-network';
import { NO_FILM, NO_STATE, type TransitionBatch } from './transitions';

/** How TensorFlow.js types a function with a gradient of its own. */
type CustomGradient = Parameters<Engine['tf']['customGrad']>[0];

/** What dropout leaves of a batch: what it multiplies with. */
export interface Dropout {
  /** [rows · places] */
  readonly films: Float32Array;
  /** [hidden layers][states · units] */
  readonly hidden: readonly Float32Array[];
}

/** A loss, and its gradients in the order of `networkArrays`. */
export interface QLearningGradients {
  readonly loss: number;
  readonly gradients: Float32Array[];
}

/**
 * The loss of conservative double Q-learning on a batch of S states and T transitions:
 *
 *   mean over logged (s, a) of [log Σ_b exp(Q(s, b) / τ) − Q(s, a) / τ]     the conservative term, CQL(H)
 *   + w · mean over (s, a, r, s') of [Q(s, a) − y]²                          the temporal difference
 *   y = r + γ · Q_target(s', argmax_b Q(s', b))                              double Q-learning
 *
 * Mnih et al. 2015 (deep Q-learning, replay memory, target network), van Hasselt et al. 2016 (double Q-learning),
 * Kumar et al. 2020 (conservative Q-learning), Dulac-Arnold et al. 2015 (actions in embedding space). Deviations:
 * - all films are scored at once, as an inner product, so the argmax is exact and there is no separate actor
 *   whose answer would have to be snapped to the nearest films (Dulac-Arnold);
 * - values are divided by τ in the conservative term, which weighs it by 1/τ beside Kumar's, and it is the larger
 *   term: on logged rentals it is a softmax cross-entropy over films;
 * - the target network is a slow average of the online network, moved every step, not a copy made now and then
 *   (Mnih); what is served is that average;
 * - the squared error is not clipped, and rewards of 0 and 1 need no clipping;
 * - a transition at whose end the log ends is left out of the temporal difference: that is where we stopped
 *   looking, not where the customer stopped renting.
 *
 * Keeps no tensor.
 */
export function qLearningLoss(
  { tf }: Engine,
  online: QNetwork,
  target: QNetwork,
  settings: DqnSettings,
  batch: TransitionBatch,
  dropout: Dropout,
): QLearningGradients {
  const { decays, temperature: τ, tdWeight, discount: γ } = settings;
  const { rows, places } = batch;
  const filmCount = online.biases.length;
  const dimension = online.films.length / filmCount;
  const shapes = networkShapes(filmCount, dimension, settings);
  const layers = layerSizes(dimension, settings).length;
  const stateCount = batch.states.length;
  const result: { loss: number; gradients: Float32Array[] } = { loss: NaN, gradients: [] };
  const toTensors = (network: QNetwork) =>
    networkArrays(network).map((array, at) => tf.tensor(array, shapes[at]));

  tf.tidy(() => {
    const filmsAt = tf.tensor1d(
      batch.films.map((film) => Math.max(film, 0)),
      'int32',
    );
    const present = dropout.films.map((keep, place) => (batch.films[place] === NO_FILM ? 0 : keep));
    const presence = tf.tensor2d(present, [rows * places, 1]);
    const fading = tf.tensor3d(decayWeights(places, decays), [1, places * decays.length, places]);
    const scales = tf.tensor3d(stateScales(batch.rentals, decays), [stateCount, decays.length, 1]);
    const statesAt = tf.tensor1d(batch.states, 'int32');
    const masks = dropout.hidden.map((mask) => tf.tensor2d(mask, [stateCount, mask.length / stateCount]));
    const [from, actions] = [tf.tensor1d(batch.from, 'int32'), tf.tensor1d(batch.actions, 'int32')];
    const to = tf.tensor1d(
      batch.to.map((state) => Math.max(state, 0)),
      'int32',
    );
    const goesOn = tf.tensor1d(Float32Array.from(batch.to, (state) => Number(state !== NO_STATE)));
    const rewards = tf.tensor1d(batch.rewards);
    const shareOf = (flags: Float32Array) => {
      const sum = flags.reduce((total, flag) => total + flag, 0);
      return tf.tensor1d(sum > 0 ? flags.map((flag) => flag / sum) : flags);
    };
    const ofFollowed = shareOf(batch.isFollowed);
    const ofLogged = shareOf(batch.isLogged);
    const ofLoggedStates = shareOf(loggedStates(batch));

    /** f(s) of all states, [S, D]. */
    const actionVectors = ([films, , linear, ...mlp]: Tensor[], hiddenMasks: Tensor2D[] = []): Tensor2D => {
      const rented = tf.reshape(tf.mul(tf.gather(films, filmsAt), presence), [rows, places, dimension]);
      const sums = tf.reshape(tf.matMul(fading, rented), [rows * places, decays.length, dimension]);
      const averages = tf.mul(tf.gather(sums, statesAt), scales);
      const state: Tensor2D = tf.reshape(averages, [stateCount, decays.length * dimension]);
      let values = state;
      for (let layer = 0; layer < layers; layer++) {
        values = tf.add(tf.matMul(values, mlp[layer] as Tensor2D), mlp[layers + layer]);
        if (layer < layers - 1) values = tf.relu(values);
        if (hiddenMasks[layer]) values = tf.mul(values, hiddenMasks[layer]);
      }
      return tf.add(tf.matMul(state, linear as Tensor2D), values);
    };
    /** Q(s, a) of one film a state, [T]. */
    const valuesOf = (vectors: Tensor, [films, biases]: Tensor[], chosen: Tensor1D): Tensor1D =>
      tf.add(tf.sum(tf.mul(vectors, tf.gather(films, chosen)), 1), tf.gather(biases, chosen));

    let best: Tensor1D | undefined;
    /** Mean over logged states of log Σ exp; notes the best film of every state on the way, [S]. */
    const logSumExp = tf.customGrad(((logits: Tensor, save: GradSaveFunc) => {
      const highest = tf.max(logits, 1, true);
      const exponentials = tf.exp(tf.sub(logits, highest));
      const sums = tf.sum(exponentials, 1, true);
      best = tf.keep(tf.argMax(logits, 1)) as Tensor1D;
      save([exponentials, sums]);
      const logs = tf.reshape(tf.add(tf.log(sums), highest), [stateCount]);
      return {
        value: tf.sum(tf.mul(logs, ofLoggedStates)),
        gradFunc: (dy: Tensor, saved: Tensor[]) =>
          tf.mul(saved[0], tf.div(tf.mul(tf.reshape(ofLoggedStates, [stateCount, 1]), dy), saved[1])),
      };
    }) as CustomGradient);

    const targetTensors = toTensors(target);
    const { value, grads } = tf.valueAndGrads((...tensors: Tensor[]) => {
      const [films, biases] = tensors;
      const vectors = actionVectors(tensors, masks);
      const logits = tf.add(tf.matMul(tf.div(vectors, τ), films as Tensor2D, false, true), tf.div(biases, τ));
      const chosen = valuesOf(tf.gather(vectors, from), tensors, actions);
      const conservative = tf.sub(logSumExp(logits), tf.div(tf.sum(tf.mul(chosen, ofLogged)), τ));
      const nextVectors = tf.gather(actionVectors(targetTensors), to);
      const next = valuesOf(nextVectors, targetTensors, tf.gather(best as Tensor1D, to));
      const y = tf.add(rewards, tf.mul(tf.mul(next, goesOn), γ));
      const td = tf.sum(tf.mul(tf.square(tf.sub(chosen, y)), ofFollowed));
      return tf.add(conservative, tf.mul(td, tdWeight)) as Scalar;
    })(toTensors(online));
    best?.dispose();
    result.loss = value.dataSync()[0];
    result.gradients = grads.map((gradient) => gradient.dataSync() as Float32Array);
  });
  return result;
}

/** 1 for each state in which a customer's own choice was logged, [S]. */
function loggedStates({ states, from, isLogged }: TransitionBatch): Float32Array {
  const flags = new Float32Array(states.length);
  from.forEach((state, transition) => (flags[state] ||= isLogged[transition]));
  return flags;
}
