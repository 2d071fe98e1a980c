import type { Tensor, Tensor1D, Tensor2D } from '@tensorflow/tfjs-core';
import type { Engine } from '../../engine/load-engine';
import type { ParameterName, SlateFilms } from './slate-network';
import type { SlateSettings } from './slate-settings';
import { channelCount, SCALARS } from './visit-state';

/** The outputs of the network for S states and F films. */
export interface SlateHeads {
  /** Log-odds that the customer chooses a film, [S, F]. */
  readonly appeal: Tensor2D;
  /** Expected stars on a scale from −1 to 1, [S, F]. */
  readonly stars: Tensor2D;
  /** Q(s, film), [S, F]. */
  readonly values: Tensor2D;
  /** Log-odds of choosing no film, [S]. */
  readonly noneAppeal: Tensor1D;
  /** Q(s, no film), [S]. */
  readonly noneValue: Tensor1D;
}

/** Tensors of the network's arrays, by name. */
export type ParameterTensors = Readonly<Record<ParameterName, Tensor>>;

/** Tensors of a {@link StateBatch}. */
export interface StateTensors {
  readonly channels: Tensor2D;
  readonly wide: Tensor;
  readonly scalars: Tensor2D;
}

/** How often a film was shown without a rental counts up to this. */
const MAX_FATIGUE = 4;

/** The constant matrices that tell which categories and actors each film has. */
export interface FilmTensors {
  /** [films, categories] */
  readonly categories: Tensor2D;
  /** Each row sums to 1, [films, actors]. */
  readonly actors: Tensor2D;
}

/** Makes the constant tensors of the films. The caller disposes of them. */
export function createFilmTensors({ tf }: Engine, films: SlateFilms): FilmTensors {
  const categories = new Float32Array(films.count * films.categoryCount);
  const actors = new Float32Array(films.count * films.actorCount);
  for (let film = 0; film < films.count; film++) {
    categories[film * films.categoryCount + films.category[film]] = 1;
    for (const actor of films.actors[film]) {
      actors[film * films.actorCount + actor] = 1 / films.actors[film].length;
    }
  }
  return {
    categories: tf.tensor2d(categories, [films.count, films.categoryCount]),
    actors: tf.tensor2d(actors, [films.count, films.actorCount]),
  };
}

/**
 * Computes the network. Film vectors are e(i) = own + category + mean of the actors; the state is the channels'
 * averages of them and the scalars; two vectors f(s) give appeal and stars as inner products with e(i), each with a
 * wide part over categories and actors. The value is
 *
 *   Q(s, i)    = 1 + U(s) + 3 tanh(c · stars(s, i) / 3),   U(s) = maxValue · σ(·)
 *   Q(s, none) = U(s) + 3 tanh(· / 3)
 *
 * with one scalar c: a rental is worth 1 now, and its later effect is tied to how much the customer will like the
 * film. A free advantage per film would have to be learned from far more visits than a store has.
 */
export function slateHeads(
  { tf }: Engine,
  settings: SlateSettings,
  films: FilmTensors,
  parameters: ParameterTensors,
  states: StateTensors,
  hiddenMask?: Tensor2D,
): SlateHeads {
  const { dimension: D, maxValue } = settings;
  const K = channelCount(settings);
  const size = states.scalars.shape[0];
  const F = films.categories.shape[0];
  const p = parameters;
  const vectors = tf.add(
    p.films,
    tf.add(
      tf.matMul(films.categories, p.categories as Tensor2D),
      tf.matMul(films.actors, p.actors as Tensor2D),
    ),
  ) as Tensor2D;
  const averages = tf.reshape(tf.matMul(states.channels, vectors), [size, K * D]);
  const inputs = tf.concat2d([averages as Tensor2D, states.scalars], 1);
  let hidden = tf.relu(tf.add(tf.matMul(inputs, p.hiddenWeights as Tensor2D), p.hiddenBias)) as Tensor2D;
  if (hiddenMask) hidden = tf.mul(hidden, hiddenMask);
  const dense = (linear: Tensor, weights: Tensor, bias: Tensor) =>
    tf.add(
      tf.add(tf.matMul(inputs, linear as Tensor2D), tf.matMul(hidden, weights as Tensor2D)),
      bias,
    ) as Tensor2D;
  const towards = dense(p.linear, p.outputWeights, p.outputBias);
  const summary = dense(p.summaryLinear, p.summaryWeights, p.summaryBias);
  const column = (index: number) => tf.reshape(tf.slice(summary, [0, index], [size, 1]), [size]) as Tensor1D;

  /** [S, F]: ⟨f(s), e(i)⟩ + wide part + bias. */
  const head = (index: number, bias: Tensor) => {
    const deep = tf.matMul(tf.slice(towards, [0, index * D], [size, D]) as Tensor2D, vectors, false, true);
    const weights = tf.reshape(tf.slice(p.wide as Tensor2D, [index, 0], [1, 2 * K]), [1, 2 * K, 1]);
    const wide = tf.sum(tf.mul(states.wide, weights), 1);
    return tf.add(tf.add(deep, wide), bias) as Tensor2D;
  };
  const shown = tf.reshape(tf.slice(tf.reshape(states.channels, [size, K, F]), [0, K - 1, 0], [size, 1, F]), [
    size,
    F,
  ]);
  const appeal = tf.add(head(0, p.appealBias), tf.mul(tf.minimum(shown, MAX_FATIGUE), p.fatigue));
  const stars = head(1, p.starsBias);
  const future = tf.mul(tf.sigmoid(tf.sub(tf.div(column(1), 4), 1)), maxValue) as Tensor1D;
  const bounded = (value: Tensor) => tf.mul(tf.tanh(tf.div(value, 3)), 3);
  return {
    appeal: appeal as Tensor2D,
    stars,
    values: tf.add(
      tf.add(bounded(tf.mul(stars, p.starsToValue)), tf.reshape(future, [size, 1])),
      1,
    ) as Tensor2D,
    noneAppeal: column(0),
    noneValue: tf.add(future, bounded(column(2))) as Tensor1D,
  };
}

/** Tensors of stacked states. */
export const stateTensors = (
  { tf }: Engine,
  settings: SlateSettings,
  batch: { size: number; channels: Float32Array; wide: Float32Array; scalars: Float32Array },
): StateTensors => {
  const K = channelCount(settings);
  const F = batch.channels.length / (batch.size * K);
  return {
    channels: tf.tensor2d(batch.channels, [batch.size * K, F]),
    wide: tf.tensor3d(batch.wide, [batch.size, 2 * K, F]),
    scalars: tf.tensor2d(batch.scalars, [batch.size, SCALARS]),
  };
};
