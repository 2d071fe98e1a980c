import DataLoader from 'dataloader';
import type { FilmCatalogue } from '../../recommender/films/film-catalogue';
import type { Recommender } from '../../recommender/recommender';
import type { History } from '../../recommender/rentals/histories';
import type { RequestedPolicy, Scored } from '../../recommender/serving/score-histories';

/** Scores a history by a policy. */
export interface ScoreLoader {
  load(history: History, policy: RequestedPolicy): Promise<Scored>;
}

/** Scores all histories that a request has for a policy in one forward pass. */
export function createScoreLoader(
  recommender: Recommender,
  catalogue: () => Promise<FilmCatalogue>,
): ScoreLoader {
  const loaders = new Map<string, DataLoader<History, Scored>>();
  const loaderFor = ({ policy, version }: RequestedPolicy) => {
    const key = JSON.stringify([policy ?? null, version ?? null]);
    const known = loaders.get(key);
    if (known) return known;
    const loader = new DataLoader<History, Scored>(async (histories) =>
      recommender.scores(await catalogue(), histories, { policy, version }),
    );
    loaders.set(key, loader);
    return loader;
  };
  return { load: (history, policy) => loaderFor(policy).load(history) };
}
