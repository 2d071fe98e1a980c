import type { Graph } from '../../graph/graph';
import type { FilmCatalogue } from '../films/film-catalogue';
import { loadFilmFeatures } from '../films/film-features';
import { loadRentalLog } from '../rentals/load-rental-log';
import type { LearnerSource } from './learner';

/** The training data from the graph. */
export type LearningData = Pick<LearnerSource, 'log' | 'features' | 'vectors' | 'dimension'>;

/** The part of a catalogue that policies learn from. */
export type LearningCatalogue = Pick<FilmCatalogue, 'films' | 'numbers' | 'embeddings'>;

/** Reads the rentals, actors and categories of a catalogue's films. The catalogue already has the embeddings. */
export async function loadLearningData(
  graph: Graph,
  { films, embeddings }: LearningCatalogue,
): Promise<LearningData> {
  const { vectors, dimension } = embeddings.NODE2VEC ?? { vectors: undefined, dimension: 0 };
  const [log, features] = await Promise.all([
    loadRentalLog(graph, films),
    loadFilmFeatures(graph, films, dimension),
  ]);
  return { log, features, vectors, dimension };
}
