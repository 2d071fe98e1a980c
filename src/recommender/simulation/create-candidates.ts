import { createDqnLearner } from '../policies/dqn/create-dqn-learner';
import { createOnlineDqn } from '../policies/dqn/create-online-dqn';
import { serveDqn } from '../policies/dqn/serve-dqn';
import { trainPolicy, type TrainingSource } from '../policies/train-policy';
import type { PolicyName } from '../policy';
import type { Candidate } from './simulate';

/** How much an agent learns each time, in steps. */
const STEPS = 4;

/**
 * Trains contestants on the log as it is: DQN once, to be served frozen and to go on learning online, and the other
 * policies frozen.
 * @param exploration the chance with which the online agent shows a random film at a place
 */
export async function createCandidates(
  others: readonly PolicyName[],
  source: TrainingSource,
  exploration: number,
): Promise<Candidate[]> {
  const learner = createDqnLearner(source);
  while (!learner.isFinished) await learner.step();
  const frozen = await serveDqn(learner.weights(), source.log, source.log);
  const online = createOnlineDqn({ ...source, saved: learner.save() });
  const contestants: Candidate[] = [
    {
      name: 'DQN online',
      exploration,
      policy: () => online.policy(),
      observe: (customer, outcome) => online.observe(customer, outcome),
      learn: () => online.learn(STEPS),
    },
    { name: 'DQN', exploration: 0, policy: () => frozen },
  ];
  for (const name of others) {
    const policy = await trainPolicy(name, source);
    contestants.push({ name, exploration: 0, policy: () => policy });
  }
  return contestants;
}
