import DataLoader from 'dataloader';
import type { FilmCatalogue } from '../../recommender/film-catalogue';
import type { PolicyName } from '../../recommender/policy';
import type { History } from '../../recommender/read-histories';
import type { ServedPolicy } from '../../recommender/policy-shelf';
import type { Recommender } from '../../recommender/recommender';

/** One row of scores, [films], and the policy that gave it. */
export interface Scored {
  scores: Float32Array;
  served: ServedPolicy;
}

/** Scores a history by a policy; the promoted one where none is named. */
export interface ScoreLoader {
  load(history: History, policy: PolicyName | null | undefined): Promise<Scored>;
}

/** Scores all histories that a request has for a policy in one forward pass. */
export function createScoreLoader(
  recommender: Recommender,
  catalogue: () => Promise<FilmCatalogue>,
): ScoreLoader {
  const loaders = new Map<PolicyName | null, DataLoader<History, Scored>>();
  const loaderOf = (policy: PolicyName | null) => {
    const known = loaders.get(policy);
    if (known) return known;
    const loader = new DataLoader<History, Scored>(async (histories) => {
      const served = await recommender.policy(await catalogue(), policy ?? undefined);
      return served.policy.score(histories).map((scores) => ({ scores, served }));
    });
    loaders.set(policy, loader);
    return loader;
  };
  return { load: (history, policy) => loaderOf(policy ?? null).load(history) };
}
