import type { LearnerSource, SavedLearner } from '../learner';
import { ReplayMemory } from '../nn/replay-memory';
import type { Policy } from '../../policy';
import { DQN_SETTINGS, type DqnSettings } from './dqn-settings';
import { listExperiences, type ServedOutcome } from './list-experiences';
import { openDqnAgent } from './open-dqn-agent';
import type { Experience } from './experience';
import { cutWindows } from './windows';

/** An agent that learns while it serves. */
export interface OnlineDqn {
  /** Adds the outcome of a list to the replay memory, and a rental to the customer's history. */
  observe(customer: number, outcome: ServedOutcome): void;
  /** Takes learning steps on windows, mostly of customers with recent rentals, and on the replay memory. */
  learn(steps: number): void;
  /** The policy with the current weights. */
  policy(): Policy;
}

/** A small learning rate: a few customers must not undo what was learned from the whole log. */
export const ONLINE_SETTINGS: DqnSettings = { ...DQN_SETTINGS, learningRate: 0.0005 };

/** The customers with the newest rentals, whose windows are in every step. */
const LATELY = 32;

/** Continues a trained agent with the outcomes of lists. There is no early stopping: each step is served at once. */
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
        const windows = cutWindows(chooseHistories(), settings, random);
        agent.learn(windows, memory.sample(Math.min(settings.replayed, memory.size), random));
      }
    },
    policy: () => agent.policy(),
  };
}
