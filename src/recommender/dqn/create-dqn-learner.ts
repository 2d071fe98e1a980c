import { createRandom } from '../../random';
import { AppError } from '../../app-error';
import { countRentals } from '../baselines/popularity';
import { measurePolicy } from '../evaluation/measure-policy';
import { splitInTime, type TimeSplit } from '../evaluation/split-in-time';
import type { Learner, LearnerSource, SavedLearner } from '../training/learner';
import { DqnAgent } from './dqn-agent';
import { DQN_SETTINGS, type DqnSettings } from './dqn-settings';
import { actOnLog } from './logged-environment';
import { networkArrays } from './q-network';
import { type DqnProgress, mapRows, nameParameters, restoreParameters } from './saved-dqn';
import { cutWindows, type Window } from './transitions';

/** Customers on whom an epoch is validated: enough to tell epochs apart, few enough for a step of half a second. */
const VALIDATED = 500;

/**
 * Learns policy DQN from a rental log. The last tenth of each history is held out: after each epoch the target
 * network is measured on it, the best one so far is what serves, and learning ends when it gets no better.
 * @throws AppError BAD_USER_INPUT where there is nothing to learn from, POLICY_UNTRAINED where `saved` does not fit
 */
export function createDqnLearner(source: LearnerSource, settings: DqnSettings = DQN_SETTINGS): Learner {
  const { engine, log, features, seed, saved } = source;
  const earlier = saved?.progress as DqnProgress | undefined;
  const random = createRandom(seed);
  const split = splitInTime(log, 1 - settings.heldOut);
  const histories = split.train.histories.filter(({ length }) => length > 0);
  if (histories.length === 0) {
    throw new AppError(
      'BAD_USER_INPUT',
      'No customer rented more than one film: there is nothing to learn from. Import or record rentals first.',
    );
  }
  const dimension = earlier?.dimension ?? startDimension(source, settings);
  const agent = new DqnAgent({
    engine,
    settings,
    random,
    features: source.dimension === dimension ? features : { ...features, vectors: undefined },
    rentals: countRentals({ ...log, histories }),
    dimension,
    vectors: source.dimension === dimension ? source.vectors : undefined,
  });
  const validated = sampleCustomers(split);
  const validate = () => measurePolicy(agent.policy(), validated).ndcg;

  let step = 0;
  let epsilon = settings.epsilon;
  let meanReward = 0;
  let epoch = 0;
  let windows: Window[] = [];
  if (saved) restore(saved);
  let best = { parameters: copyOf(agent.target), validation: saved ? validate() : 0, epoch };
  let acting = agent.policy();

  function restore({ progress, arrays }: SavedLearner): void {
    const state = progress as DqnProgress;
    const maps = {
      films: mapRows(log.films, state.films),
      features: mapRows(features.names, state.features),
    };
    const { firstMoments, secondMoments } = agent.optimizer;
    const targets = {
      online: agent.online,
      target: agent.target,
      firstMoment: firstMoments,
      secondMoment: secondMoments,
    };
    for (const [prefix, parameters] of Object.entries(targets)) {
      restoreParameters(prefix, parameters, arrays, maps, dimension);
    }
    agent.optimizer.step = state.optimizerStep;
    random.restore(state.random);
    ({ step, epsilon, meanReward } = state);
  }

  function progress(): DqnProgress {
    return {
      settings,
      seed,
      dimension,
      films: log.films,
      features: features.names,
      step,
      optimizerStep: agent.optimizer.step,
      epsilon,
      meanReward,
      random: random.save(),
    };
  }

  /** Measures what the epoch brought and cuts the windows of the next one. */
  function endEpoch(): number | null {
    const validation = epoch === 0 ? null : validate();
    if (validation !== null && validation > best.validation) {
      best = { parameters: copyOf(agent.target), validation, epoch };
    }
    return validation;
  }

  return {
    get isFinished() {
      return epoch - best.epoch > settings.patience || epoch > settings.epochs;
    },
    step: () => {
      if (windows.length === 0) {
        windows = random.shuffle(cutWindows(histories, settings.window, random));
        acting = agent.policy();
        epoch++;
      }
      const loss = agent.learn(windows.splice(0, settings.batch));
      const { reward } = actOnLog(acting, histories, epsilon, settings, random);
      step++;
      meanReward += settings.averaging * (reward - meanReward);
      epsilon = Math.max(settings.epsilonEnd, epsilon * settings.epsilonDecay);
      const validation = windows.length === 0 ? endEpoch() : null;
      return { step, loss, reward, meanReward, epsilon, validation };
    },
    save: () => ({
      progress: progress(),
      arrays: {
        ...nameParameters('online', agent.online),
        ...nameParameters('target', agent.target),
        ...nameParameters('firstMoment', agent.optimizer.firstMoments),
        ...nameParameters('secondMoment', agent.optimizer.secondMoments),
      },
    }),
    weights: () => ({
      progress: progress(),
      arrays: Object.fromEntries(
        networkArrays(agent.network(best.parameters)).map((array, at) => [`network.${at}`, array]),
      ),
    }),
    dispose: () => {},
  };
}

/** Embeddings of the graph decide how long film vectors are; without any the settings do. */
function startDimension({ vectors, features, dimension }: LearnerSource, settings: DqnSettings): number {
  return vectors || features.vectors ? dimension : settings.dimension;
}

const copyOf = (parameters: readonly Float32Array[]) => parameters.map((array) => array.slice());

/** At most VALIDATED customers of those with something held out, evenly spread. */
function sampleCustomers({ train, test }: TimeSplit): TimeSplit {
  const tested = test.flatMap(({ length }, customer) => (length > 0 ? [customer] : []));
  const stride = Math.max(1, tested.length / VALIDATED);
  const chosen = Array.from(
    { length: Math.min(VALIDATED, tested.length) },
    (_, at) => tested[Math.floor(at * stride)],
  );
  return {
    train: {
      ...train,
      customers: chosen.map((customer) => train.customers[customer]),
      histories: chosen.map((customer) => train.histories[customer]),
    },
    test: chosen.map((customer) => test[customer]),
  };
}
