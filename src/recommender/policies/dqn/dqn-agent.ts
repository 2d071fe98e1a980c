import type { Random } from '../../../random';
import type { Engine } from '../../engine/load-engine';
import type { FilmFeatures } from '../../films/film-features';
import { Adam, ADAM_DEFAULTS, type RowGradient } from '../../engine/adam';
import { createLayers, createMasks } from '../../engine/feed-forward';
import { MovingAverage } from '../../engine/moving-average';
import type { Policy } from '../policy';
import { allFilms, type ChooseCandidates, createCandidates } from './candidate-films';
import { createDqnPolicy } from './dqn-policy';
import type { DqnSettings } from './dqn-settings';
import { createFilmVectors, type FilmVectors } from './film-vectors';
import { type QLearningGradients, qLearningLoss } from './q-learning-loss';
import { layerSizes, networkArrays, type QNetwork, toNetwork } from './q-network';
import { startVectors } from './start-vectors';
import type { Experience } from '../experience';
import { NO_FILM, stackTransitions, type TransitionBatch } from './transitions';
import { takeBatch, type Window } from './windows';

export interface DqnAgentOptions {
  readonly engine: Engine;
  readonly settings: DqnSettings;
  readonly random: Random;
  readonly features: FilmFeatures;
  /** How often each film was rented, [films]. */
  readonly rentals: ArrayLike<number>;
  readonly dimension: number;
  /** node2vec embeddings of the films, [films, dimension]; zeros for a film without one. */
  readonly vectors?: Float32Array;
}

/**
 * Conservative double Q-learning in embedding space; `qLearningLoss` has the mathematics and the departures from the
 * papers. The optimizer updates an online network. A target network, its moving average, values next states and is
 * served.
 */
export class DqnAgent {
  /** Parameters: the films' own vectors, the features' vectors, then the arrays of the network after its film vectors. */
  readonly online: Float32Array[];
  readonly optimizer: Adam;
  private readonly average: MovingAverage;
  private readonly films: FilmVectors;
  private readonly chooseCandidates: ChooseCandidates;

  constructor(private readonly options: DqnAgentOptions) {
    const { settings, features, rentals, dimension } = options;
    const filmCount = rentals.length;
    this.films = createFilmVectors(features, rentals, settings.shrinkage, dimension);
    this.chooseCandidates = createCandidates(rentals, settings);
    this.online = createParameters(options);
    this.average = new MovingAverage(this.online, [filmCount, features.names.length, filmCount]);
    this.optimizer = new Adam(this.online, { ...ADAM_DEFAULTS, learningRate: settings.learningRate });
  }

  /** The parameters of the target network. */
  get target(): Float32Array[] {
    return this.average.settle();
  }

  /**
   * Takes one learning step on windows of logged histories and on experiences. Its cost does not depend on the number
   * of films if the softmax is sampled: only the rows of the candidates are read and updated.
   * @returns the loss before the step
   */
  learn(windows: readonly Window[], experiences: readonly Experience[] = []): number {
    const { engine, settings, random } = this.options;
    const whole = stackTransitions(windows, experiences, settings.window);
    const candidates = this.chooseCandidates(whole, random);
    const { films } = candidates;
    const features = this.films.featuresOf(films);
    [films, features, films].forEach((rows, parameter) => this.average.catchUp(parameter, rows));
    const online = this.network(this.online, films);
    const target = this.network(this.average.averages, films);
    const parts = splitStep(whole, windows, experiences, settings, films.length).map(({ batch, weight }) => {
      const dropout = this.dropout(batch);
      return { weight, ...qLearningLoss(engine, online, target, settings, batch, dropout, candidates) };
    });
    const { loss, gradients } = sumLosses(parts);
    this.update(gradients, films);
    // Moves faster at first, so that the initial parameters do not weigh on the average.
    this.average.move(Math.max(settings.targetRate, 1 / (this.optimizer.step + 1)));
    return loss;
  }

  /** A policy with the current parameters; later steps do not change it. */
  policy(parameters: readonly Float32Array[] = this.target): Policy {
    return createDqnPolicy(this.network(parameters.map((array) => array.slice())), this.options.settings);
  }

  /** The network with the given parameters, of all films or of some. */
  network(
    [own, features, biases, ...rest]: readonly Float32Array[],
    films = allFilms(biases.length).films,
  ): QNetwork {
    return toNetwork([
      this.films.compose(own, features, films),
      Float32Array.from(films, (film) => biases[film]),
      ...rest,
    ]);
  }

  private update([gradient, biases, ...rest]: readonly Float32Array[], films: Int32Array): void {
    const { own, features } = this.films.split(gradient, films);
    const ofBiases: RowGradient = { rows: films, values: biases };
    this.optimizer.update([own, features, ofBiases, ...rest]);
  }

  private dropout({ films, states }: TransitionBatch) {
    const { settings, random } = this.options;
    const keep = 1 / (1 - settings.filmDropout);
    const layers = layerSizes(this.options.dimension, settings).map(([, outputs]) => ({ outputs }));
    return {
      films: Float32Array.from(films, (film) =>
        film === NO_FILM || random.next() < settings.filmDropout ? 0 : keep,
      ),
      hidden: createMasks(
        layers,
        settings.hidden.map(() => settings.hiddenDropout),
        states.length,
        random,
      ),
    };
  }
}

/** A part of a learning step whose logits fit into memory. */
interface StepPart {
  readonly batch: TransitionBatch;
  /** The weight of its loss in that of the step. */
  readonly weight: number;
}

/**
 * Splits a step into parts by windows, with the experiences in a part of their own; a small step stays whole. A part's
 * loss is a mean over its targets.
 */
function splitStep(
  whole: TransitionBatch,
  windows: readonly Window[],
  experiences: readonly Experience[],
  { window, maxLogits }: DqnSettings,
  candidates: number,
): StepPart[] {
  const positions = maxLogits / candidates;
  if (whole.states.length <= positions) return [{ batch: whole, weight: 1 }];
  const rest = [...windows];
  const parts: StepPart[] = [];
  while (rest.length > 0) {
    const batch = stackTransitions(takeBatch(rest, { batch: Infinity, positions }), [], window);
    parts.push({ batch, weight: batch.choices.length / whole.choices.length });
  }
  if (experiences.length > 0) parts.push({ batch: stackTransitions([], experiences, window), weight: 1 });
  return parts;
}

/** The weighted sum of the parts' losses and gradients. */
function sumLosses([first, ...others]: readonly (QLearningGradients & {
  weight: number;
})[]): QLearningGradients {
  if (others.length === 0) return first;
  const gradients = first.gradients.map((gradient) => gradient.map((value) => first.weight * value));
  let loss = first.weight * first.loss;
  for (const part of others) {
    loss += part.weight * part.loss;
    gradients.forEach((sum, index) => {
      const gradient = part.gradients[index];
      for (let i = 0; i < sum.length; i++) sum[i] += part.weight * gradient[i];
    });
  }
  return { loss, gradients };
}

/** A starts as the mean over the decays: before training, the films nearest to the rented ones rank first. */
function createParameters({
  settings,
  random,
  features,
  dimension,
  vectors,
}: DqnAgentOptions): Float32Array[] {
  const { decays } = settings;
  const films = features.offsets.length - 1;
  const linear = new Float32Array(decays.length * dimension ** 2);
  for (let row = 0; row < decays.length * dimension; row++) {
    linear[row * dimension + (row % dimension)] = 1 / decays.length;
  }
  const sizes = layerSizes(dimension, settings);
  const layers = createLayers([sizes[0][0], ...sizes.map(([, outputs]) => outputs)], random);
  const hasFeatures = (film: number) => features.offsets[film] < features.offsets[film + 1];
  const own = startVectors(films, dimension, random, vectors);
  for (let film = 0; film < films; film++) {
    if (hasFeatures(film)) own.fill(0, film * dimension, (film + 1) * dimension);
  }
  const network = networkArrays({
    films: own,
    biases: new Float32Array(films),
    linear,
    weights: layers.map(({ weights }) => weights),
    layerBiases: layers.map(({ biases }) => biases.fill(0)),
  });
  const [, ...rest] = network;
  return [own, startVectors(features.names.length, dimension, random, features.vectors), ...rest];
}
