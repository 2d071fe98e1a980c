import type { Graph } from '../../graph/graph';
import { silentLogger } from '../../logger';
import { loadEngine } from '../../recommender/engine/load-engine';
import { topFilms } from '../../recommender/films/top-films';
import { createRecommender } from '../../recommender/recommender';
import { readAnyCustomer } from '../../recommender/rentals/rental-repository';
import { scoreHistories } from '../../recommender/serving/recommend';
import type { Settings } from '../../settings';
import { type Check, fail, ok, skip } from './check';

const SUBJECT = 'Recommendation';

/** Recommends a film to a customer, as the service would, and keeps no record of it. */
export async function recommendOnce(graph: Graph, engineName: Settings['engine']): Promise<Check[]> {
  const customer = await readAnyCustomer(graph);
  if (customer === undefined) return [skip(SUBJECT, 'no customer to recommend to')];
  const engine = await loadEngine(engineName);
  const recommender = createRecommender({ graph, engine, seed: 1, logger: silentLogger });
  try {
    const catalogue = await recommender.catalogue();
    const [history] = await recommender.histories(catalogue, [customer]);
    if (history instanceof Error) throw history;
    const served = await recommender.served(catalogue, {});
    const [scores] = scoreHistories(served, [history]);
    const allowed = new Uint8Array(scores.length).fill(1);
    for (const film of history) allowed[film] = 0;
    const [best] = topFilms(scores, 1, allowed);
    if (!best && history.length === scores.length && scores.length > 0) {
      return [ok(SUBJECT, `customer ${customer} has rented every film`)];
    }
    if (!best) {
      const advice = 'Import more films, or check their ids and titles.';
      return [fail(SUBJECT, `no film qualifies for customer ${customer}`, advice)];
    }
    const title = JSON.stringify(catalogue.titles[best.film]);
    return [ok(SUBJECT, `${served.policy.name} recommends ${title} to customer ${customer}`)];
  } finally {
    await recommender.close();
  }
}
