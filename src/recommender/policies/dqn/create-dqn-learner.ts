import { AppError } from '../../../app-error';
import { meanNdcg } from '../../metrics/ranking-metrics';
import { splitPerCustomer } from '../../metrics/split-log';
import { spread } from '../baselines/validation-split';
import type { Learner, LearnerSource } from '../learner';
import { DQN_SETTINGS, type DqnSettings } from './dqn-settings';
import { actOnLog } from './logged-environment';
import { openDqnAgent } from './open-dqn-agent';
import { networkArrays } from './q-network';
import { sampleExperiences } from './sample-experiences';
import type { DqnProgress } from './dqn-codec';
import { cutWindows, type Window } from './transitions';

/** Customers on whom an epoch is validated: enough to tell epochs apart, few enough for a step of half a second. */
const VALIDATED = 1_000;

/**
 * Learns policy DQN from a rental log, and from lists that were served. The last part of each history is held out:
 * after each epoch the target network is measured on it, the latest one that is as good as the best is what serves,
 * and learning ends when no such one comes any more.
 * @throws AppError BAD_USER_INPUT where there is nothing to learn from, POLICY_UNTRAINED where `saved` does not fit
 */
export function createDqnLearner(source: LearnerSource, settings: DqnSettings = DQN_SETTINGS): Learner {
  const { log, features, seed, experiences = [] } = source;
  const split = splitPerCustomer(log, 1 - settings.heldOut);
  const histories = split.train.histories.filter(({ length }) => length > 0);
  if (histories.length === 0) {
    throw new AppError(
      'BAD_USER_INPUT',
      'No customer rented more than one film: there is nothing to learn from. Import or record rentals first.',
    );
  }
  const { agent, random, dimension, earlier, arrays } = openDqnAgent(source, settings, histories);
  const validated = spread(split.cases, VALIDATED);
  const validate = () => meanNdcg(agent.policy(), validated);

  let { step, epsilon, meanReward } = earlier ?? { step: 0, epsilon: settings.epsilon, meanReward: 0 };
  let epoch = 0;
  let windows: Window[] = [];
  let acting = agent.policy();
  let kept = { parameters: copyOf(agent.target), validation: earlier ? validate() : null, epoch };
  let best = kept.validation ?? 0;

  const progress = (): DqnProgress => ({
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
  });

  const beginEpoch = () => {
    windows = random.shuffle(cutWindows(histories, settings.window, random));
    acting = agent.policy();
    epoch++;
  };

  const endEpoch = (): number => {
    const validation = validate();
    best = Math.max(best, validation);
    if (validation >= best * (1 - settings.tolerance)) {
      kept = { parameters: copyOf(agent.target), validation, epoch };
    }
    return validation;
  };

  const isFinished = () =>
    windows.length === 0 && (epoch - kept.epoch >= settings.patience || epoch >= settings.epochs);

  /** Whoever goes on from a finished run goes on from what serves, not from what came of waiting for a better one. */
  const returnToKept = () => {
    for (const parameters of [agent.online, agent.target]) {
      parameters.forEach((array, at) => array.set(kept.parameters[at]));
    }
  };

  return {
    get isFinished() {
      return isFinished();
    },
    get validation() {
      return kept.validation;
    },
    step: () => {
      if (windows.length === 0) beginEpoch();
      const replayed = sampleExperiences(experiences, settings.replayed, random);
      const loss = agent.learn(windows.splice(0, settings.batch), replayed);
      const { reward } = actOnLog(acting, histories, epsilon, settings, random);
      step++;
      meanReward += settings.averaging * (reward - meanReward);
      epsilon = Math.max(settings.epsilonEnd, epsilon * settings.epsilonDecay);
      const validation = windows.length === 0 ? endEpoch() : null;
      if (isFinished()) returnToKept();
      return { step, loss, reward, meanReward, epsilon, validation };
    },
    save: () => ({ progress: progress(), arrays: arrays() }),
    weights: () => ({
      progress: progress(),
      arrays: Object.fromEntries(
        networkArrays(agent.network(kept.parameters)).map((array, at) => [`network.${at}`, array]),
      ),
    }),
    // All tensors live within a step.
    dispose: () => {},
  };
}

const copyOf = (parameters: readonly Float32Array[]) => parameters.map((array) => array.slice());
