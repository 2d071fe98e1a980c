/** Definitions of terms that the dashboard uses, shown as tooltips. */
export const TERMS = {
  epsilon: 'Exploration rate: the probability that the agent recommends a random film while it learns.',
  ndcg: 'Normalized discounted cumulative gain: how well the first 10 films match later rentals. Films near the top count more; 1 is best.',
  ndcgValidation:
    'NDCG@10 on rentals that are held out from training. Training stops early when it no longer improves.',
  recall: 'Share of the later rentals that are in the list.',
  hitRate: 'Share of customers with at least one later rental in the list.',
  coverage: 'Share of all films that are recommended to at least one customer.',
  novelty:
    'Mean of −log2 of the share of customers who rented a film, in bits. Higher values mean less popular films.',
  loss: 'The training loss: how far the predictions of the network are from their targets. Lower is better.',
  reward: 'How many of the films in a list the customer had rented, per training step.',
  meanReward: 'Moving average of the reward. It starts at 0, so it rises at first for every policy.',
  exploration:
    'The probability that a place in a list shows a random film, so that other policies can be evaluated.',
  snips:
    'Self-normalized inverse propensity scoring: rentals per film shown, weighted by how likely the policy shows the same films.',
  doublyRobust: 'Combines inverse propensity weights with a reward model. Usually less noisy than SNIPS.',
  effectiveSampleSize:
    'The number of impressions of the policy itself that carry the same information (Kish 1965). Do not rely on small values.',
  trialDifference:
    'Rentals and visits per customer of the candidate minus those of the others since the trial started, adjusted for the two weeks before. The 97.5 % intervals are valid on every day.',
  cosine: 'Cosine similarity of two embeddings, between −1 and 1.',
  pca: 'Principal component analysis: the two directions in which the films differ most. Distances are linear.',
  umap: 'Uniform manifold approximation and projection: keeps near films near. Distances between clusters have no meaning.',
  slate:
    'The policy chose these films together, as the list with the highest expected value. That value includes later visits.',
  impression: 'A list of recommendations that was shown to a customer.',
  attribution: 'A rental that names the impression it came from.',
} as const;

export type TermName = keyof typeof TERMS;
