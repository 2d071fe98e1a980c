import type { Random } from '../../../random';
import type { Engine } from '../../engine/load-engine';
import type { FilmFeatures } from '../../films/film-features';
import { Adam, ADAM_DEFAULTS } from '../../engine/adam';
import { createLayers, createMasks } from '../../engine/feed-forward';
import type { Policy } from '../policy';
import { createDqnPolicy } from './dqn-policy';
import type { DqnSettings } from './dqn-settings';
import { createFilmVectors, type FilmVectors } from './film-vectors';
import { qLearningLoss } from './q-learning-loss';
import { layerSizes, networkArrays, type QNetwork, toNetwork } from './q-network';
import { startVectors } from './start-vectors';
import type { Experience } from '../experience';
import { NO_FILM, stackTransitions, type TransitionBatch } from './transitions';
import type { Window } from './windows';

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
  readonly target: Float32Array[];
  readonly optimizer: Adam;
  private readonly films: FilmVectors;

  constructor(private readonly options: DqnAgentOptions) {
    const { settings, features, rentals, dimension } = options;
    this.films = createFilmVectors(features, rentals, settings.shrinkage, dimension);
    this.online = createParameters(options);
    this.target = this.online.map((array) => array.slice());
    this.optimizer = new Adam(this.online, { ...ADAM_DEFAULTS, learningRate: settings.learningRate });
  }

  /** Takes one learning step on windows of logged histories and on experiences. @returns the loss before the step */
  learn(windows: readonly Window[], experiences: readonly Experience[] = []): number {
    const { engine, settings } = this.options;
    const batch = stackTransitions(windows, experiences, settings.window);
    const { loss, gradients } = qLearningLoss(
      engine,
      this.network(this.online),
      this.network(this.target),
      settings,
      batch,
      this.dropout(batch),
    );
    const [films, ...rest] = gradients;
    const { own, features } = this.films.split(films);
    this.optimizer.update([own, features, ...rest]);
    this.moveTarget();
    return loss;
  }

  /** A policy with the current parameters; later steps do not change it. */
  policy(parameters: readonly Float32Array[] = this.target): Policy {
    return createDqnPolicy(this.network(parameters.map((array) => array.slice())), this.options.settings);
  }

  /** The network with the given parameters. */
  network([own, features, ...rest]: readonly Float32Array[]): QNetwork {
    return toNetwork([this.films.compose(own, features), ...rest]);
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

  /** Moves faster at first, so that the initial parameters do not weigh on the average. */
  private moveTarget(): void {
    const rate = Math.max(this.options.settings.targetRate, 1 / (this.optimizer.step + 1));
    this.target.forEach((average, at) => {
      const now = this.online[at];
      for (let i = 0; i < average.length; i++) average[i] += rate * (now[i] - average[i]);
    });
  }
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
