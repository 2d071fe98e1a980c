import { AppError } from '../../app-error';
import { askSeldom } from '../ask-seldom';
import type { Recommender } from '../recommender';
import type { PolicyName } from '../policy';
import type { RunStatus } from '../training/run-repository';

/** Where the service stands, for those who watch over it. */
export interface ServiceState {
  /** The policy that answers where none is asked for; undefined where none can. */
  served?: { policy: PolicyName; version: string };
  films: number;
  /** The newest training run. */
  run?: { policy: PolicyName; status: RunStatus; step: number };
  /** Lists that were served to customers in the last week, and how many of them led to a rental. */
  lists: { served: number; rented: number };
}

const LISTS = `
  MATCH (list:RecommendationList)
  WHERE list.servedAt > datetime() - duration({days: 7}) AND EXISTS {(:Customer)-[:SERVED]->(list)}
  RETURN count(list) AS served, count(CASE WHEN EXISTS {(list)<-[:CAME_OF]-(:RentalKey)} THEN 1 END) AS rented`;

/**
 * Checks that recommendations can be answered.
 * @throws AppError GRAPH_UNAVAILABLE, EMBEDDINGS_MISSING or POLICY_UNTRAINED
 */
export async function requireReady({ graph, catalogue, policy }: Recommender): Promise<void> {
  await graph.read('RETURN 1');
  const films = await catalogue();
  if (!films.embeddings.NODE2VEC && !films.embeddings.FASTRP) {
    throw new AppError('EMBEDDINGS_MISSING', 'No film has an embedding. Run reelgraph embed.');
  }
  await policy(films);
}

/** Reads where the service stands, from the graph at most every two seconds. */
export function watchService(recommender: Recommender): () => Promise<ServiceState> {
  const { graph, runs, catalogue } = recommender;
  return askSeldom(async () => {
    const films = await catalogue();
    const [served, [run], [lists]] = await Promise.all([
      recommender.policy(films).catch((error: unknown) => {
        if (error instanceof AppError) return undefined;
        throw error;
      }),
      runs.newest(1),
      graph.read<ServiceState['lists']>(LISTS),
    ]);
    return {
      served: served && { policy: served.policy.name, version: served.version },
      films: films.films.length,
      run,
      lists,
    };
  });
}
