import { AppError } from '../app-error';
import type { FilmCatalogue } from './film-catalogue';
import type { Policy, PolicyName } from './policy';
import type { TutorialTrainer } from './tutorial-trainer';

/** A policy that answers, and its version. */
export interface ServedPolicy {
  policy: Policy;
  version: string;
}

/** Gives policies whose film numbers are a catalogue's. */
export interface PolicyShelf {
  policy(catalogue: FilmCatalogue, name?: PolicyName): Promise<ServedPolicy>;
}

/** The policy that answers where none is asked for. */
export const DEFAULT_POLICY: PolicyName = 'TUTORIAL';

/** Holds each policy for as long as the catalogue that it was made for. */
export function createPolicyShelf({ tutorial }: { tutorial: TutorialTrainer }): PolicyShelf {
  return {
    policy: async (catalogue, name = DEFAULT_POLICY) => {
      if (name === 'TUTORIAL') return tutorial.served(catalogue);
      throw new AppError(
        'POLICY_UNTRAINED',
        `${name} is not trained. Ask for ${DEFAULT_POLICY}, or leave policy out.`,
      );
    },
  };
}
