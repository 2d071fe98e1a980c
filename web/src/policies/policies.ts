import type { Policy } from '../api/operations.generated';

/** The policies in the order in which they are shown, with names for people. */
export const POLICIES: Readonly<Record<Policy, { name: string; what: string }>> = {
  DQN: { name: 'DQN', what: 'the agent: conservative double Q-learning' },
  TUTORIAL: { name: 'Tutorial', what: "the tutorial's agent, with its flaws" },
  EASE: { name: 'EASE', what: 'a linear autoencoder of films rented together' },
  ITEM_KNN: { name: 'ItemKNN', what: 'films rented by the same customers' },
  POPULARITY: { name: 'Popularity', what: 'films that most customers rented' },
  RANDOM: { name: 'Random', what: 'chance, the floor' },
};

export const POLICY_NAMES = Object.keys(POLICIES) as Policy[];

/** A policy as an address names it. */
export const toPolicy = (text: string | undefined): Policy | undefined =>
  POLICY_NAMES.find((policy) => policy === text);
