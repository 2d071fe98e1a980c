/** The recommenders that can be compared in a simulated store. */
export const RECOMMENDER_NAMES = [
  'LOOKAHEAD',
  'LOOKAHEAD_ONLINE',
  'MYOPIC',
  'MYOPIC_STARS',
  'DQN',
  'EASE',
  'ITEM_KNN',
  'POPULARITY',
  'RANDOM',
  'GREEDY_ORACLE',
  'PLANNING_ORACLE',
] as const;
export type RecommenderName = (typeof RECOMMENDER_NAMES)[number];
