import { AppError } from '../../../app-error';
import { Adam, ADAM_DEFAULTS } from '../../engine/adam';
import type { Engine } from '../../engine/load-engine';
import { createNearestFilms, type NearestFilms } from '../../films/nearest-films';
import type { Policy } from '../policy';
import { createRandom, type Random } from '../../../random';
import type { RentalLog } from '../../rentals/rental-log';
import { createLayers, createMasks, feedForward, type Layer } from '../../engine/feed-forward';
import { meanSquaredError } from './mean-squared-error';
import { ReplayMemory } from './replay-memory';
import { fillArrays, nameArrays, type SavedTutorialAgent } from './tutorial-agent-codec';
import { createTutorialEnvironment, type Transition, type TutorialEnvironment } from './tutorial-environment';
import { createTutorialPolicy } from './tutorial-policy';
import { TUTORIAL_SETTINGS, type TutorialSettings } from './tutorial-settings';

/** The outcome of one training step. */
export interface TutorialStep {
  /** Steps so far, this one included. */
  readonly step: number;
  /** The loss on this step's batch before learning from it; null until the memory holds more than a batch. */
  readonly loss: number | null;
  /** Number of recommended films that are among the customer's sampled rentals. */
  readonly reward: number;
  /** The moving average of the running mean of rewards, which starts at 0. */
  readonly meanReward: number;
  /** The probability that the next step's action is random. */
  readonly epsilon: number;
}

export interface TutorialAgentOptions {
  readonly engine: Engine;
  readonly log: RentalLog;
  /** Film vectors, [films, dimension]; zeros for a film without one. */
  readonly vectors: Float32Array;
  readonly dimension: number;
  readonly seed: number;
  readonly settings?: TutorialSettings;
}

/**
 * The tutorial's agent, with its flaws, so that results can be compared with the tutorial. Its network maps a state to
 * an action; both are vectors in the space of the films. It recommends the films nearest to the action, and is trained
 * to predict the next state. Known flaws that are kept:
 * - the reward enters no update, so this is not Q-learning: the loss only predicts the next state;
 * - actions have no effect: the customer rents the next sampled film regardless of the recommendations;
 * - dropout stays on while the agent acts;
 * - the reward counts the same films that the state is made of;
 * - the moving average of the rewards starts at 0, so it rises for any constant policy. Departures: the tutorial's
 *   listing lacks an `else`, so the network's action always replaces the random one. Here exploration works unless
 *   `settings.explores` is off. When the policy is served, dropout is off and the state starts at zeros. The tutorial
 *   does not specify the batch size, the learning rate and the capacity of the memory.
 */
export class TutorialAgent {
  private readonly random: Random;
  private readonly films: NearestFilms;
  private readonly candidates: Int32Array;
  private readonly environment: TutorialEnvironment;
  private readonly layers: Layer[];
  private readonly optimizer: Adam;
  private readonly memory: ReplayMemory<Transition>;
  private readonly settings: TutorialSettings;
  private step = 0;
  private epsilon: number;
  private totalReward = 0;
  private meanReward = 0;

  /** @throws AppError EMBEDDINGS_MISSING if no film has a vector, BAD_USER_INPUT if no film with a vector was rented */
  constructor(private readonly options: TutorialAgentOptions) {
    const { log, vectors, dimension, seed, settings = TUTORIAL_SETTINGS } = options;
    this.settings = settings;
    this.random = createRandom(seed);
    this.films = createNearestFilms(vectors, dimension);
    this.candidates = Int32Array.from(log.films.keys()).filter((film) => this.films.has(film));
    if (this.candidates.length === 0) {
      throw new AppError(
        'EMBEDDINGS_MISSING',
        'No film has an embedding. Write embeddings first: reelgraph embed.',
      );
    }
    this.environment = createTutorialEnvironment(log, this.films, dimension, settings, this.random);
    this.layers = createLayers([dimension, ...settings.hidden, dimension], this.random);
    this.optimizer = new Adam(this.parameters(), { ...ADAM_DEFAULTS, learningRate: settings.learningRate });
    this.memory = new ReplayMemory(settings.memory);
    this.epsilon = settings.epsilon;
  }

  /** Acts once, stores the transition, and learns from a batch of the memory. Synchronous. */
  trainStep(): TutorialStep {
    const { environment, memory, settings } = this;
    const transition = environment.step(environment.recommend(this.act(environment.state())));
    memory.push(transition);
    const loss = memory.size > settings.batch ? this.learn() : null;
    this.step++;
    this.epsilon *= settings.epsilonDecay;
    this.totalReward += transition.reward;
    this.meanReward += settings.averaging * (this.totalReward / this.step - this.meanReward);
    const { step, meanReward, epsilon } = this;
    return { step, loss, reward: transition.reward, meanReward, epsilon };
  }

  /** A policy with the current weights; later steps do not change it. It needs no engine. */
  policy(): Policy {
    const layers = this.layers.map((layer) => ({
      ...layer,
      weights: layer.weights.slice(),
      biases: layer.biases.slice(),
    }));
    return createTutorialPolicy(layers, this.films);
  }

  /** The state of the agent, without its weights. */
  progress(): SavedTutorialAgent['progress'] {
    const { settings, step, epsilon, totalReward, meanReward } = this;
    const { seed, dimension } = this.options;
    const random = this.random.save();
    return {
      settings,
      seed,
      dimension,
      step,
      epsilon,
      totalReward,
      meanReward,
      optimizerStep: this.optimizer.step,
      random,
    };
  }

  save(): SavedTutorialAgent {
    const { firstMoments, secondMoments } = this.optimizer;
    return {
      progress: this.progress(),
      arrays: {
        ...nameArrays('parameter', this.parameters()),
        ...nameArrays('firstMoment', firstMoments),
        ...nameArrays('secondMoment', secondMoments),
      },
    };
  }

  /**
   * Restores a saved agent with an empty memory. It learns again when the memory contains more than a batch.
   * @throws AppError POLICY_UNTRAINED if the saved layers have other sizes; the agent is then unchanged
   */
  restore({ progress, arrays }: SavedTutorialAgent): void {
    const { firstMoments: firstMoment, secondMoments: secondMoment } = this.optimizer;
    fillArrays({ parameter: this.parameters(), firstMoment, secondMoment }, arrays);
    this.optimizer.step = progress.optimizerStep;
    this.random.restore(progress.random);
    this.step = progress.step;
    this.epsilon = progress.epsilon;
    this.meanReward = progress.meanReward;
    // Agents that were saved without the sum contain the mean reward instead.
    this.totalReward = progress.totalReward ?? progress.meanReward * progress.step;
    this.memory.clear();
    this.environment.reset();
  }

  /** ε-greedy: the vector of a random film, or the output of the network. */
  private act(state: Float32Array): Float32Array {
    const { layers, random, settings } = this;
    const isRandom = random.next() < this.epsilon && settings.explores;
    if (isRandom) return this.films.vector(this.candidates[random.integer(this.candidates.length)]);
    const masks = settings.dropoutWhileActing ? createMasks(layers, settings.dropout, 1, random) : undefined;
    return feedForward(layers, state, masks);
  }

  private learn(): number {
    const { layers, random, settings } = this;
    const batch = this.memory.sample(settings.batch, random);
    const masks = createMasks(layers, settings.dropout, batch.length, random);
    const { loss, gradients } = meanSquaredError(this.options.engine, layers, batch, masks);
    this.optimizer.update(gradients);
    return loss;
  }

  /** Weights and biases in turn: the arrays themselves. */
  private parameters(): Float32Array[] {
    return this.layers.flatMap(({ weights, biases }) => [weights, biases]);
  }
}
