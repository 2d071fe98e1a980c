import type { LearnerSource, SavedLearner } from '../learner';
import { ReplayMemory } from '../nn/replay-memory';
import type { Policy } from '../../policy';
import { DQN_SETTINGS, type DqnSettings } from './dqn-settings';
import { listExperiences, type ServedOutcome } from './list-experiences';
import { openDqnAgent } from './open-dqn-agent';
import { cutWindows, type Experience } from './transitions';

/** An agent that learns while it serves. */
export interface OnlineDqn {
  /** What came of a list goes into the replay memory; a rental makes the customer's history longer. */
  observe(customer: number, outcome: ServedOutcome): void;
  /** Learns so many steps from logged windows, of customers who lately rented above all, and from the memory. */
  learn(steps: number): void;
  /** The policy as learned so far. */
  policy(): Policy;
}

/** Small steps: what was learned of the whole log must not be lost over what a few customers do. */
export const ONLINE_SETTINGS: DqnSettings = { ...DQN_SETTINGS, learningRate: 0.0005 };

/** Customers who rented last, whose windows every step looks at. */
const LATELY = 32;

/**
 * Goes on from what was learned of a log, with what customers do from now on. There is no early stopping: what is
 * learned is tried at once.
 */
export function createOnlineDqn(
  source: Omit<LearnerSource, 'saved'> & { saved: SavedLearner },
  settings: DqnSettings = ONLINE_SETTINGS,
): OnlineDqn {
  const histories = source.log.histories.map((history) => history);
  const { agent, random } = openDqnAgent(source, settings, histories);
  const memory = new ReplayMemory<Experience>(settings.memory);
  let lately: number[] = [];

  const chooseHistories = (): Int32Array[] => {
    const others = Array.from({ length: settings.batch - lately.length }, () =>
      random.integer(histories.length),
    );
    return [...lately, ...others].map((customer) => histories[customer]);
  };
  return {
    observe: (customer, outcome) => {
      for (const experience of listExperiences(outcome)) {
        memory.push(experience);
        if (!experience.isRented) continue;
        histories[customer] = Int32Array.from([...histories[customer], experience.film]);
        lately = [customer, ...lately.filter((other) => other !== customer)].slice(0, LATELY);
      }
    },
    learn: (steps) => {
      for (let step = 0; step < steps; step++) {
        const windows = cutWindows(chooseHistories(), settings.window, random);
        agent.learn(windows, memory.sample(Math.min(settings.replayed, memory.size), random));
      }
    },
    policy: () => agent.policy(),
  };
}
