import type { Graph } from '../../graph/graph';
import type { FilmCatalogue } from '../films/film-catalogue';
import { loadFilmFeatures } from '../films/film-features';
import { loadRentalLog } from '../rentals/load-rental-log';
import type { LearnerSource } from './learner';

/** What the graph has for a policy to learn from. */
export type LearningData = Pick<LearnerSource, 'log' | 'features' | 'vectors' | 'dimension'>;

/** Reads rentals, actors and categories of a catalogue's films, beside the embeddings that it has already. */
export async function loadLearningData(
  graph: Graph,
  { films, embeddings }: FilmCatalogue,
): Promise<LearningData> {
  const { vectors, dimension } = embeddings.NODE2VEC ?? { vectors: undefined, dimension: 0 };
  const [log, features] = await Promise.all([
    loadRentalLog(graph, films),
    loadFilmFeatures(graph, films, dimension),
  ]);
  return { log, features, vectors, dimension };
}
