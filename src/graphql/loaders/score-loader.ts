import DataLoader from 'dataloader';
import type { FilmCatalogue } from '../../recommender/films/film-catalogue';
import type { PolicyName } from '../../recommender/policy';
import type { History } from '../../recommender/rentals/histories';
import type { ServedPolicy } from '../../recommender/serving/policy-registry';
import type { Recommender } from '../../recommender/recommender';
import { inSpan } from '../../tracing/span';

/** One row of scores, [films], and the policy that gave it. */
export interface Scored {
  scores: Float32Array;
  served: ServedPolicy;
}

/** A policy, and which version of it; the promoted one where neither is named. */
export interface AskedPolicy {
  policy?: PolicyName | null;
  version?: string | null;
}

/** Scores a history by a policy. */
export interface ScoreLoader {
  load(history: History, asked: AskedPolicy): Promise<Scored>;
}

/** Scores all histories that a request has for a policy in one forward pass. */
export function createScoreLoader(
  recommender: Recommender,
  catalogue: () => Promise<FilmCatalogue>,
): ScoreLoader {
  const loaders = new Map<string, DataLoader<History, Scored>>();
  const loaderOf = ({ policy, version }: AskedPolicy) => {
    const key = JSON.stringify([policy ?? null, version ?? null]);
    const known = loaders.get(key);
    if (known) return known;
    const loader = new DataLoader<History, Scored>(async (histories) => {
      const served = await recommender.policy(await catalogue(), policy ?? undefined, version ?? undefined);
      const attributes = {
        'reelgraph.policy': served.policy.name,
        'reelgraph.version': served.version,
        'reelgraph.histories': histories.length,
      };
      const rows = inSpan('forward pass', { attributes }, () => served.policy.score(histories));
      return rows.map((scores) => ({ scores, served }));
    });
    loaders.set(key, loader);
    return loader;
  };
  return { load: (history, asked) => loaderOf(asked).load(history) };
}
