import { AppError } from '../app-error';
import { BASELINES, type BaselineShelf } from './baselines/baseline-shelf';
import type { FilmCatalogue } from './film-catalogue';
import type { Policy, PolicyName } from './policy';
import type { TutorialTrainer } from './tutorial-trainer';

/** A policy that answers, and its version. */
export interface ServedPolicy {
  policy: Policy;
  version: string;
  /** The chance with which a place of a served list goes to a film drawn at random; 0 where it is left out. */
  exploration?: number;
}

/** Gives policies whose film numbers are a catalogue's. */
export interface PolicyShelf {
  policy(catalogue: FilmCatalogue, name?: PolicyName): Promise<ServedPolicy>;
}

/** The policy that answers where none is asked for. */
export const DEFAULT_POLICY: PolicyName = 'TUTORIAL';

/** Finds the policy that is asked for: an agent that was trained, or a baseline fitted to the rentals. */
export function createPolicyShelf({
  tutorial,
  baselines,
}: {
  tutorial: TutorialTrainer;
  baselines: BaselineShelf;
}): PolicyShelf {
  return {
    policy: async (catalogue, name = DEFAULT_POLICY) => {
      if (name === 'TUTORIAL') return tutorial.served(catalogue);
      const baseline = BASELINES.find((known) => known === name);
      if (baseline) return baselines.served(catalogue, baseline);
      throw new AppError(
        'POLICY_UNTRAINED',
        `${name} is not trained. Ask for ${DEFAULT_POLICY} or ${BASELINES.join(', ')}, or leave policy out.`,
      );
    },
  };
}
