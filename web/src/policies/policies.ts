import type { Policy } from '../api/operations.generated';

/** Display names and descriptions of the policies, in display order. */
export const POLICIES: Readonly<Record<Policy, { name: string; description: string }>> = {
  DQN: { name: 'DQN', description: 'conservative double deep Q-learning' },
  TUTORIAL: { name: 'Tutorial', description: 'the original tutorial agent, unchanged' },
  EASE: { name: 'EASE', description: 'linear autoencoder over co-rentals' },
  ITEM_KNN: { name: 'ItemKNN', description: 'films rented by the same customers' },
  POPULARITY: { name: 'Popularity', description: 'most rented films' },
  RANDOM: { name: 'Random', description: 'random films, as a lower bound' },
};

export const POLICY_NAMES = Object.keys(POLICIES) as Policy[];

/** Parses a policy name from the URL. */
export const toPolicy = (text: string | undefined): Policy | undefined =>
  POLICY_NAMES.find((policy) => policy === text);
