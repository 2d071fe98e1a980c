import type { FilmTraits } from './slate-films';
import type { SlateParameters } from './slate-network';
import type { SlateSettings } from './slate-settings';
import type { StateFeatures } from './state-features';
import { channelCount, SCALARS } from './visit-state';

/** A network at its current parameters. */
export interface PreparedNetwork {
  readonly settings: SlateSettings;
  readonly traits: readonly FilmTraits[];
  readonly parameters: SlateParameters;
  /** e(i) = own + mean of the categories' + mean of the actors' vectors, [films, dimension]. */
  readonly vectors: Float64Array;
}

/** The layers of the network for one state, without the films. */
export interface Activations {
  /** Averages of film vectors per channel, then the scalars, [inputs]. */
  readonly inputs: Float64Array;
  /** After relu and dropout, [hidden]. */
  readonly hidden: Float64Array;
  /** The derivative of `hidden` by its input, [hidden]. */
  readonly slopes: Float64Array;
  /** f(s) of appeal, then of stars, [2 · dimension]. */
  readonly towards: Float64Array;
  /** The outputs that do not depend on a film: log-odds of no film, future, value of no film, [3]. */
  readonly summary: Float64Array;
  /** The wide part of each category and each actor, for appeal and for stars, [2][kinds of traits][traits]. */
  readonly wide: readonly (readonly Float64Array[])[];
}

/** The heads over films. */
export const APPEAL = 0;
export const STARS = 1;

/** Computes the film vectors of parameters. */
export function prepareNetwork(
  parameters: SlateParameters,
  traits: readonly FilmTraits[],
  settings: SlateSettings,
): PreparedNetwork {
  const { dimension: D } = settings;
  const vectors = Float64Array.from(parameters.films);
  for (const { name, offsets, numbers } of traits) {
    const values = parameters[name];
    for (let film = 0; film < offsets.length - 1; film++) {
      const [first, end] = [offsets[film], offsets[film + 1]];
      for (let place = first; place < end; place++) {
        const row = numbers[place] * D;
        for (let i = 0; i < D; i++) vectors[film * D + i] += values[row + i] / (end - first);
      }
    }
  }
  return { settings, traits, parameters, vectors };
}

/**
 * Computes the part of the network that does not depend on the candidate film. The state is the channels' averages of film vectors
 * and the scalars; one hidden layer and a linear layer map it to two vectors f(s) and three numbers.
 * @param hiddenMask factors of the hidden units (dropout); default: 1
 */
export function forward(
  { settings, traits, parameters: p, vectors }: PreparedNetwork,
  features: StateFeatures,
  hiddenMask?: Float64Array,
): Activations {
  const { dimension: D, hidden: H } = settings;
  const K = channelCount(settings);
  const { films, values, scalars } = features;
  const columns = films.length;
  const inputs = new Float64Array(K * D + SCALARS);
  for (let channel = 0; channel < K; channel++) {
    for (let column = 0; column < columns; column++) {
      const value = values[channel * columns + column];
      if (value === 0) continue;
      const row = films[column] * D;
      for (let i = 0; i < D; i++) inputs[channel * D + i] += value * vectors[row + i];
    }
  }
  inputs.set(scalars, K * D);
  const hidden = Float64Array.from(p.hiddenBias);
  addProduct(hidden, inputs, p.hiddenWeights);
  const slopes = new Float64Array(H);
  for (let unit = 0; unit < H; unit++) {
    if (hidden[unit] > 0) slopes[unit] = hiddenMask ? hiddenMask[unit] : 1;
    hidden[unit] *= slopes[unit];
  }
  const towards = Float64Array.from(p.outputBias);
  addProduct(towards, inputs, p.linear);
  addProduct(towards, hidden, p.outputWeights);
  const summary = Float64Array.from(p.summaryBias);
  addProduct(summary, inputs, p.summaryLinear);
  addProduct(summary, hidden, p.summaryWeights);
  const wide = [APPEAL, STARS].map((head) =>
    features.traits.map(({ numbers, shares }, kind) => {
      const mixed = new Float64Array(traits[kind].count);
      for (let channel = 0; channel < K; channel++) {
        const weight = p.wide[(2 * head + kind) * K + channel] * traits[kind].weight;
        const row = channel * numbers.length;
        for (let at = 0; at < numbers.length; at++) mixed[numbers[at]] += weight * shares[row + at];
      }
      return mixed;
    }),
  );
  return { inputs, hidden, slopes, towards, summary, wide };
}

/** A head over films. */
export type Head = typeof APPEAL | typeof STARS;

/** ⟨f(s), e(i)⟩ + wide part + bias of a film; for appeal also how often the film was shown. */
export function scoreFilm(
  { settings: { dimension: D }, traits, parameters, vectors }: PreparedNetwork,
  { shown }: StateFeatures,
  { towards, wide }: Activations,
  head: Head,
  film: number,
): number {
  let sum = head === APPEAL ? parameters.appealBias[film] : parameters.starsBias[film];
  for (let i = 0; i < D; i++) sum += towards[head * D + i] * vectors[film * D + i];
  for (let kind = 0; kind < traits.length; kind++) {
    const { offsets, numbers } = traits[kind];
    const mixed = wide[head][kind];
    const first = offsets[film];
    const end = offsets[film + 1];
    let total = 0;
    for (let place = first; place < end; place++) total += mixed[numbers[place]];
    if (total !== 0) sum += total / (end - first);
  }
  if (head === APPEAL && shown.size > 0) sum += parameters.fatigue[0] * (shown.get(film) ?? 0);
  return sum;
}

/** The scores of the films that are counted, 0 for the others, [films]. */
export function scoreFilms(
  network: PreparedNetwork,
  features: StateFeatures,
  layers: Activations,
  head: Head,
  counted: Uint8Array,
): Float64Array {
  const scores = new Float64Array(counted.length);
  for (let film = 0; film < counted.length; film++) {
    if (counted[film] === 1) scores[film] = scoreFilm(network, features, layers, head, film);
  }
  return scores;
}

/**
 * The values of a state and of its films:
 *
 *   Q(s, i)    = 1 + U(s) + 3 tanh(c · stars(s, i) / 3),   U(s) = maxValue · σ(·)
 *   Q(s, none) = U(s) + 3 tanh(· / 3)
 *
 * with one scalar c: a rental is worth 1 now, and its later effect is tied to how much the customer will like the
 * film. A free advantage per film would have to be learned from far more visits than a store has.
 */
export function valuesOf({ settings, parameters }: PreparedNetwork, { summary }: Activations) {
  const future = settings.maxValue / (1 + Math.exp(1 - summary[1] / 4));
  return {
    future,
    none: { appeal: summary[0], value: future + bounded(summary[2]) },
    ofFilm: (stars: number) => 1 + future + bounded(stars * parameters.starsToValue[0]),
  };
}

/** Between −3 and 3. */
const bounded = (value: number): number => 3 * Math.tanh(value / 3);

/** sums += row · matrix, with matrix [row.length, sums.length]. */
function addProduct(sums: Float64Array, row: Float64Array, matrix: Float32Array): void {
  const width = sums.length;
  for (let i = 0; i < row.length; i++) {
    const value = row[i];
    if (value === 0) continue;
    for (let j = 0; j < width; j++) sums[j] += value * matrix[i * width + j];
  }
}
