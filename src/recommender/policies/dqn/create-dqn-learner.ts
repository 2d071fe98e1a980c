import { AppError } from '../../../app-error';
import { meanNdcg } from '../../metrics/ranking-metrics';
import { splitPerCustomer } from '../../metrics/split-log';
import type { RentalLog } from '../../rentals/rental-log';
import { rentedFilms } from '../baselines/count-pairs';
import { tuneEase } from '../baselines/ease';
import { countRentals } from '../../rentals/count-rentals';
import { spread } from '../baselines/validation-split';
import type { Learner, LearnerSource, SavedLearner } from '../learner';
import { type BlendWeights, createBlendedPolicy } from './blend';
import type { DqnAgent } from './dqn-agent';
import { type DqnPhase, type DqnProgress, publishedArrays } from './dqn-codec';
import { createDqnPolicy } from './dqn-policy';
import { DQN_SETTINGS, type DqnSettings } from './dqn-settings';
import { fitBlend } from './fit-blend';
import { actOnLog } from './logged-environment';
import { openDqnAgent, type OpenDqnAgent } from './open-dqn-agent';
import { filmFacts, shrinkBiases } from './published-network';
import { createExperienceSampler } from './transitions';
import { fitWidePart, MAX_DENSE_WIDE_FILMS } from './wide-part';
import { cutWindows, takeBatch, type Window } from './windows';

/** Max number of customers to validate an epoch on: enough to compare epochs, few enough to take half a second. */
const MAX_VALIDATED = 1_000;

/**
 * Trains policy DQN on a rental log and on the outcomes of lists, in two phases. VALIDATE holds out the newest part of
 * each history, measures the target network on it after each epoch, chooses the number of epochs by early stopping, and
 * fits the weights of the wide part to the held-out rentals. REFIT trains a new agent on the whole log for that number
 * of epochs, so that it also learns from the newest rentals. A run that continues an interrupted run starts from the
 * saved state. A run that continues a finished run starts from scratch, because training a trained network further
 * makes it worse. If it is limited to fewer steps than the finished run took, as by `trainStep`, the network of the
 * finished run is trained further on the whole log, step by step.
 * @throws AppError BAD_USER_INPUT if no customer rented two films, POLICY_UNTRAINED if `saved` does not fit
 */
export function createDqnLearner(source: LearnerSource, settings: DqnSettings = DQN_SETTINGS): Learner {
  const { log, features, seed, experiences = [], saved, steps: maxSteps = Infinity } = source;
  const split = splitPerCustomer(log, 1 - settings.heldOut);
  const heldIn = split.train;
  if (!heldIn.histories.some(({ length }) => length > 0)) {
    throw new AppError(
      'BAD_USER_INPUT',
      'No customer rented more than one film, so there is nothing to learn. Import or record rentals first.',
    );
  }
  const earlier = saved?.progress as DqnProgress | undefined;
  const isInterrupted =
    earlier?.isFinished === false &&
    (earlier.phase === 'VALIDATE' || (earlier.phase === 'REFIT' && earlier.rentals === countAll(log)));
  const isStepwise = earlier !== undefined && !isInterrupted && maxSteps < earlier.runSteps;
  const restored = isInterrupted || isStepwise ? saved : undefined;
  const facts = filmFacts(log);
  const replay = createExperienceSampler(experiences);
  const validated = spread(split.cases, MAX_VALIDATED);

  let phase: DqnPhase = isStepwise ? 'STEPS' : isInterrupted ? earlier.phase : 'VALIDATE';
  let { step, epsilon, meanReward } = earlier ?? { step: 0, epsilon: settings.epsilon, meanReward: 0 };
  let epoch = isInterrupted ? earlier.epoch : 0;
  let chosenEpoch = earlier && restored ? earlier.chosenEpoch : 0;
  let runSteps = earlier && restored ? earlier.runSteps : 0;
  let blend: BlendWeights | undefined = restored ? earlier?.blend : undefined;
  // Use the settings chosen by validation from the saved state, and the current values of all others.
  const { easeRegularization, easeDecay } = blend && earlier ? earlier.settings : settings;
  let tuned: DqnSettings = { ...settings, easeRegularization, easeDecay };
  let validation: number | null = null;
  /** The highest NDCG@10 of an epoch. */
  let best = 0;
  let windows: Window[] = [];
  let isFinished = false;

  const logOf = (): RentalLog => (phase === 'VALIDATE' ? heldIn : log);
  const historiesOf = (part: RentalLog) => part.histories.filter(({ length }) => length > 0);
  let histories = historiesOf(logOf());
  let opened: OpenDqnAgent = openDqnAgent({ ...source, saved: restored }, settings, histories);
  let acting = opened.agent.policy();
  let kept = copyOf(opened.agent.target);
  if (phase === 'VALIDATE' && isInterrupted) {
    validation = meanNdcg(opened.agent.policy(), validated);
    best = validation;
  }

  const progress = (): DqnProgress => ({
    settings: tuned,
    seed,
    dimension: opened.dimension,
    films: log.films,
    features: features.names,
    phase,
    epoch,
    chosenEpoch,
    isFinished,
    rentals: countAll(logOf()),
    blend,
    runSteps,
    step,
    optimizerStep: opened.agent.optimizer.step,
    epsilon,
    meanReward,
    random: opened.random.save(),
  });

  const networkOf = (agent: DqnAgent, parameters: readonly Float32Array[], part: RentalLog) =>
    shrinkBiases(agent.network(parameters), settings, historiesOf(part), countRentals(part));

  const endValidatedEpoch = (): number => {
    const ndcg = meanNdcg(opened.agent.policy(), validated);
    best = Math.max(best, ndcg);
    if (ndcg >= best * (1 - settings.tolerance)) {
      chosenEpoch = epoch;
      kept = copyOf(opened.agent.target);
      validation = ndcg;
    }
    return ndcg;
  };

  /** Chooses the settings of EASE and the blend on the held-out rentals, measures the policy, and begins REFIT. */
  const endValidation = async (): Promise<number> => {
    const deep = createDqnPolicy(networkOf(opened.agent, kept, heldIn), settings);
    if (rentedFilms(heldIn).length <= MAX_DENSE_WIDE_FILMS) {
      const { regularization, decay } = await tuneEase({ train: heldIn, cases: validated });
      tuned = { ...tuned, easeRegularization: regularization, easeDecay: decay };
    }
    const wide = await fitWidePart(heldIn, tuned);
    blend = fitBlend({ deep, wide }, validated);
    const { popularityPrior } = settings;
    validation = meanNdcg(
      createBlendedPolicy({ deep, wide, weights: blend, facts: filmFacts(heldIn), popularityPrior }),
      validated,
    );
    phase = 'REFIT';
    epoch = 0;
    histories = historiesOf(log);
    opened = openDqnAgent({ ...source, saved: undefined }, settings, histories);
    acting = opened.agent.policy();
    return validation;
  };

  const endEpoch = async (): Promise<number | null> => {
    epoch++;
    acting = opened.agent.policy();
    if (phase === 'REFIT') isFinished = epoch >= chosenEpoch;
    if (phase !== 'VALIDATE') return null;
    const ndcg = endValidatedEpoch();
    const { patience, steps, minEpochs, maxEpochs } = settings;
    const isLong = epoch >= maxEpochs || (epoch >= minEpochs && runSteps >= steps);
    const isDone = epoch - chosenEpoch >= patience || isLong;
    return isDone ? endValidation() : ndcg;
  };

  return {
    continues: restored !== undefined,
    get isFinished() {
      return isFinished;
    },
    get validation() {
      return validation;
    },
    step: async () => {
      const { agent, random } = opened;
      if (windows.length === 0) windows = random.shuffle(cutWindows(histories, settings, random));
      // Outcomes of lists may be among the held-out rentals, so they are not used.
      const replayed = phase === 'VALIDATE' ? [] : replay(settings.replayed, random);
      const loss = agent.learn(takeBatch(windows, settings), replayed);
      const { reward } = actOnLog(acting, histories, epsilon, settings, random);
      step++;
      if (phase !== 'STEPS') runSteps++;
      meanReward += settings.averaging * (reward - meanReward);
      epsilon = Math.max(settings.epsilonEnd, epsilon * settings.epsilonDecay);
      const measured = windows.length === 0 ? await endEpoch() : null;
      return { step, loss, reward, meanReward, epsilon, validation: measured };
    },
    save: () => ({ progress: progress(), arrays: opened.arrays() }),
    weights: (): SavedLearner => {
      return {
        progress: progress(),
        arrays: publishedArrays(networkOf(opened.agent, opened.agent.target, logOf()), facts),
      };
    },
  };
}

const copyOf = (parameters: readonly Float32Array[]) => parameters.map((array) => array.slice());

const countAll = ({ histories }: RentalLog) => histories.reduce((sum, { length }) => sum + length, 0);
