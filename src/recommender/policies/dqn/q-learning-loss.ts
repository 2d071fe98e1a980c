import type { GradSaveFunc, Scalar, Tensor, Tensor1D, Tensor2D } from '@tensorflow/tfjs-core';
import type { Engine } from '../../engine/load-engine';
import type { CandidateFilms } from './candidate-films';
import { decayedSums, decayedSumsGradient, stateScales } from './decayed-state';
import type { DqnSettings } from './dqn-settings';
import { layerSizes, networkArrays, networkShapes, type QNetwork } from './q-network';
import { NO_FILM, NO_STATE, rentedMask, type TransitionBatch } from './transitions';

/** The type of a TensorFlow.js function with a custom gradient. */
type CustomGradient = Parameters<Engine['tf']['customGrad']>[0];

/** Dropout masks of a batch: factors of 0 or 1 / (1 − rate). */
export interface Dropout {
  /** [rows · places] */
  readonly films: Float32Array;
  /** [hidden layers][states · units] */
  readonly hidden: readonly Float32Array[];
}

/** A loss and its gradients in the order of `networkArrays`. */
export interface QLearningGradients {
  readonly loss: number;
  readonly gradients: Float32Array[];
}

/**
 * The loss of conservative double Q-learning on C logged choices and T experiences:
 *
 *   mean over logged (s, a⁺) of [log Σ_b exp(Q(s, b) / τ) − Q(s, a⁺) / τ]    the conservative term, CQL(H)
 *   + w · mean over experiences (s, a, r, s') of [Q(s, a) − y]²               the temporal difference
 *   y = r + γ · Q_target(s', argmax_b Q(s', b))                               double Q-learning
 *
 * b runs over the candidate films that the customer had not rented in s. If the candidates are a sample, a film that is
 * one of them with probability p counts 1 / p times in the sum. a⁺ is the film rented k rentals after s with
 * probability (1 − γ) γᵏ, a sample of the discounted future occupancy of s. On a log every reward is 1, so this
 * occupancy is Q up to a constant (Eysenbach et al. 2022), and the softmax fits it without bootstrapping.
 *
 * Mnih et al. 2015 (deep Q-learning, replay memory, target network), van Hasselt et al. 2016 (double Q-learning),
 * Kumar et al. 2020 (conservative Q-learning), Dulac-Arnold et al. 2015 (actions in embedding space). Departures:
 * - all films are scored at once by an inner product, so the argmax is exact and no actor is needed (Dulac-Arnold);
 * - values are divided by τ in the conservative term, which weighs it by 1/τ against Kumar's;
 * - the temporal difference is taken on experiences only: on a log without lists that were refused it orders nothing;
 * - the target network is a moving average of the online network, not a periodic copy (Mnih), and it is served;
 * - the squared error is not clipped, because rewards are 0 or 1;
 * - films that the customer already rented are left out of the softmax and of the argmax, as they are left out of lists.
 *
 * Keeps no tensor.
 * @param online a network of the candidates, in their order; `target` likewise
 */
export function qLearningLoss(
  { tf }: Engine,
  online: QNetwork,
  target: QNetwork,
  settings: DqnSettings,
  batch: TransitionBatch,
  dropout: Dropout,
  { rowOf, logChances }: CandidateFilms,
): QLearningGradients {
  const { decays, temperature: τ, tdWeight, discount: γ } = settings;
  const { rows, places } = batch;
  const filmCount = online.biases.length;
  const dimension = online.films.length / filmCount;
  const shapes = networkShapes(filmCount, dimension, settings);
  const layers = layerSizes(dimension, settings).length;
  const stateCount = batch.states.length;
  const choiceCount = batch.choices.length;
  const experienceCount = batch.actions.length;
  const result: { loss: number; gradients: Float32Array[] } = { loss: NaN, gradients: [] };
  const toTensors = (network: QNetwork) =>
    networkArrays(network).map((array, index) => tf.tensor(array, shapes[index]));

  tf.tidy(() => {
    const filmsAt = tf.tensor1d(
      batch.films.map((film) => (film === NO_FILM ? 0 : rowOf[film])),
      'int32',
    );
    const present = dropout.films.map((keep, place) => (batch.films[place] === NO_FILM ? 0 : keep));
    const presence = tf.tensor2d(present, [rows * places, 1]);
    const scales = tf.tensor3d(stateScales(batch.rentals, decays), [stateCount, decays.length, 1]);
    const statesAt = tf.tensor1d(batch.states, 'int32');
    const masks = dropout.hidden.map((mask) => tf.tensor2d(mask, [stateCount, mask.length / stateCount]));
    const excluded = tf.tensor2d(rentedMask(batch, rowOf, filmCount), [stateCount, filmCount]);
    const rowsOf = (films: Int32Array) =>
      tf.tensor1d(
        films.map((film) => rowOf[film]),
        'int32',
      );
    const choices = rowsOf(batch.choices);

    /** Sums film vectors, [rows · places, D], to states, [rows · places, decays, D]. */
    const placed = { rows, places, dimension };
    const sumUp = tf.customGrad(((vectors: Tensor) => ({
      value: tf.tensor3d(decayedSums(vectors.dataSync() as Float32Array, placed, decays), [
        rows * places,
        decays.length,
        dimension,
      ]),
      gradFunc: (dy: Tensor) =>
        tf.tensor2d(decayedSumsGradient(dy.dataSync() as Float32Array, placed, decays), [
          rows * places,
          dimension,
        ]),
    })) as CustomGradient);
    /** f(s) of all states, [S, D]. */
    const actionVectors = ([films, , linear, ...mlp]: Tensor[], hiddenMasks: Tensor2D[] = []): Tensor2D => {
      const sums = sumUp(tf.mul(tf.gather(films, filmsAt), presence));
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
    /** Q(s, a) of one film per state, [states]. */
    const valuesOf = (vectors: Tensor, [films, biases]: Tensor[], chosen: Tensor1D): Tensor1D =>
      tf.add(tf.sum(tf.mul(vectors, tf.gather(films, chosen)), 1), tf.gather(biases, chosen));
    /** Q(s, a) / scale of every film for the states from `begin` on, [size, films]. */
    const valuesOfAll = (
      vectors: Tensor2D,
      [films, biases]: Tensor[],
      begin: number,
      size: number,
      scale = 1,
    ) => {
      const part = tf.div(tf.slice(vectors, [begin, 0], [size, dimension]), scale) as Tensor2D;
      const values = tf.add(tf.matMul(part, films as Tensor2D, false, true), tf.div(biases, scale));
      return tf.add(values, tf.slice(excluded, [begin, 0], [size, filmCount]));
    };

    /**
     * The mean of log Σ exp over rows, with the softmax as its gradient. Takes one pass instead of TensorFlow's four.
     */
    const meanLogSumExp = tf.customGrad(((logits: Tensor, save: GradSaveFunc) => {
      const highest = tf.max(logits, 1, true);
      const exponentials = tf.exp(tf.sub(logits, highest));
      const sums = tf.sum(exponentials, 1, true);
      save([exponentials, sums]);
      return {
        value: tf.mean(tf.add(tf.log(sums), highest)),
        gradFunc: (dy: Tensor, saved: Tensor[]) =>
          tf.mul(saved[0], tf.div(tf.div(dy, choiceCount), saved[1])),
      };
    }) as CustomGradient);

    const conservativeTerm = (vectors: Tensor2D, tensors: Tensor[]): Tensor => {
      const logits = valuesOfAll(vectors, tensors, 0, choiceCount, τ);
      const chosen = valuesOf(tf.slice(vectors, [0, 0], [choiceCount, dimension]), tensors, choices);
      const corrected = logChances ? tf.sub(logits, tf.tensor1d(logChances)) : logits;
      return tf.sub(meanLogSumExp(corrected), tf.div(tf.mean(chosen), τ));
    };
    const targetTensors = experienceCount > 0 ? toTensors(target) : [];
    const temporalDifference = (vectors: Tensor2D, tensors: Tensor[]): Tensor => {
      const from = tf.tensor1d(batch.from, 'int32');
      const actions = rowsOf(batch.actions);
      // States of experiences begin at C. The last state of an episode has no next state, so any index can be used for
      // it.
      const to = tf.tensor1d(
        batch.to.map((state) => Math.max(state - choiceCount, 0)),
        'int32',
      );
      const continues = tf.tensor1d(Float32Array.from(batch.to, (state) => Number(state !== NO_STATE)));
      const size = stateCount - choiceCount;
      // Converted to an array and back, because TensorFlow.js defines no gradient for argMax.
      const best = tf.tensor1d(
        tf.argMax(valuesOfAll(vectors, tensors, choiceCount, size), 1).dataSync(),
        'int32',
      );
      const nextVectors = tf.slice(actionVectors(targetTensors), [choiceCount, 0], [size, dimension]);
      const next = tf.gather(valuesOf(nextVectors, targetTensors, best), to);
      const y = tf.add(tf.tensor1d(batch.rewards), tf.mul(tf.mul(next, continues), γ));
      const chosen = valuesOf(tf.gather(vectors, from), tensors, actions);
      return tf.mul(tf.mean(tf.square(tf.sub(chosen, y))), tdWeight);
    };

    const { value, grads } = tf.valueAndGrads((...tensors: Tensor[]) => {
      const vectors = actionVectors(tensors, masks);
      const terms = [
        ...(choiceCount > 0 ? [conservativeTerm(vectors, tensors)] : []),
        ...(experienceCount > 0 ? [temporalDifference(vectors, tensors)] : []),
      ];
      return terms.reduce((sum, term) => tf.add(sum, term)) as Scalar;
    })(toTensors(online));
    result.loss = value.dataSync()[0];
    result.gradients = grads.map((gradient) => gradient.dataSync() as Float32Array);
  });
  return result;
}
