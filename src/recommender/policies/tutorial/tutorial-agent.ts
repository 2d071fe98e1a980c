import { AppError } from '../../../app-error';
import { Adam, ADAM_DEFAULTS } from '../nn/adam';
import type { Engine } from '../../engine/load-engine';
import { createNearestFilms, type NearestFilms } from '../../films/nearest-films';
import type { Policy } from '../../policy';
import { createRandom, type Random } from '../../../random';
import type { RentalLog } from '../../rentals/rental-log';
import { createLayers, createMasks, feedForward, type Layer } from '../nn/feed-forward';
import { meanSquaredError } from './mean-squared-error';
import { ReplayMemory } from '../nn/replay-memory';
import { fillArrays, nameArrays, type SavedTutorialAgent } from './tutorial-agent-codec';
import { createTutorialEnvironment, type Transition, type TutorialEnvironment } from './tutorial-environment';
import { createTutorialPolicy } from './tutorial-policy';
import { TUTORIAL_SETTINGS, type TutorialSettings } from './tutorial-settings';

/** What one step of training did. */
export interface TutorialStep {
  /** Steps so far, this one included. */
  readonly step: number;
  /** The loss on this step's batch before learning from it; null until the memory holds more than a batch. */
  readonly loss: number | null;
  /** How many of the recommended films the customer rented. */
  readonly reward: number;
  /** The moving average of the rewards, which starts at 0. */
  readonly meanReward: number;
  /** The chance that the next step's action is random. */
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
 * The tutorial's agent, kept as it is because people come for it. Its network turns a state into an action, both
 * of them vectors among the films; it recommends the films nearest to the action; it is trained to answer a
 * state with the next state. What is wrong with that, and kept:
 * - the reward enters no update, so nothing here is Q-learning: the loss only predicts the next state;
 * - actions change nothing: the customer rents the next film of the history, whatever is recommended;
 * - dropout stays on while the agent acts;
 * - the reward counts the very films that make the state;
 * - the moving average of the rewards starts at 0, so it rises for any constant policy.
 * Deviations: the listing lost an `else`, without which the network's action always wins over the random one; here
 * exploration works unless `settings.explores` is off. When the policy answers, dropout is off and the state
 * starts at zeros. Batch, learning rate and memory are not given in the tutorial.
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
  private meanReward = 0;

  /** @throws AppError EMBEDDINGS_MISSING when no film has a vector, BAD_USER_INPUT when nobody rented one that has. */
  constructor(private readonly options: TutorialAgentOptions) {
    const { log, vectors, dimension, seed, settings = TUTORIAL_SETTINGS } = options;
    this.settings = settings;
    this.random = createRandom(seed);
    this.films = createNearestFilms(vectors, dimension);
    this.candidates = Int32Array.from(log.films.keys()).filter((film) => this.films.has(film));
    if (this.candidates.length === 0) {
      throw new AppError(
        'EMBEDDINGS_MISSING',
        'No film has an embedding to learn from. Write embeddings first.',
      );
    }
    this.environment = createTutorialEnvironment(log, this.films, dimension, settings, this.random);
    this.layers = createLayers([dimension, ...settings.hidden, dimension], this.random);
    this.optimizer = new Adam(this.parameters(), { ...ADAM_DEFAULTS, learningRate: settings.learningRate });
    this.memory = new ReplayMemory(settings.memory);
    this.epsilon = settings.epsilon;
  }

  /** Acts once, remembers what came of it, and learns from a batch of what is remembered. Synchronous. */
  trainStep(): TutorialStep {
    const { environment, memory, settings } = this;
    const transition = environment.step(environment.recommend(this.act(environment.state())));
    memory.push(transition);
    const loss = memory.size > settings.batch ? this.learn() : null;
    this.step++;
    this.epsilon *= settings.epsilonDecay;
    this.meanReward += settings.averaging * (transition.reward - this.meanReward);
    const { step, meanReward, epsilon } = this;
    return { step, loss, reward: transition.reward, meanReward, epsilon };
  }

  /** The policy as learned so far; later steps don't change it. It needs no engine. */
  policy(): Policy {
    const layers = this.layers.map((layer) => ({
      ...layer,
      weights: layer.weights.slice(),
      biases: layer.biases.slice(),
    }));
    return createTutorialPolicy(layers, this.films);
  }

  /** Where the agent stands, without what it learned. */
  progress(): SavedTutorialAgent['progress'] {
    const { settings, step, epsilon, meanReward } = this;
    const { seed, dimension } = this.options;
    const random = this.random.save();
    return {
      settings,
      seed,
      dimension,
      step,
      epsilon,
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
   * Goes on from what was saved, with an empty memory: it acts, and learns again when it remembers enough.
   * @throws AppError POLICY_UNTRAINED when the saved layers are not this agent's; it is then unchanged.
   */
  restore({ progress, arrays }: SavedTutorialAgent): void {
    const { firstMoments: firstMoment, secondMoments: secondMoment } = this.optimizer;
    fillArrays({ parameter: this.parameters(), firstMoment, secondMoment }, arrays);
    this.optimizer.step = progress.optimizerStep;
    this.random.restore(progress.random);
    this.step = progress.step;
    this.epsilon = progress.epsilon;
    this.meanReward = progress.meanReward;
    this.memory.clear();
    this.environment.reset();
  }

  /** ε-greedy: a random film's vector, or the network's answer. */
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
