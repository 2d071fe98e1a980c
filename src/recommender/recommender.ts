import type { Graph } from '../graph/graph';
import { createBaselineShelf } from './baselines/baseline-shelf';
import type { Engine } from './engine/load-engine';
import type { FilmCatalogue } from './film-catalogue';
import { followFilmCatalogue } from './follow-film-catalogue';
import type { PolicyName } from './policy';
import { createPolicyShelf, type ServedPolicy } from './policy-shelf';
import { createTutorialTrainer, type TutorialTrainer } from './tutorial-trainer';

/** What answers for recommendations, and learns: everything that the API knows of the recommender. */
export interface Recommender {
  readonly graph: Graph;
  readonly engine: Engine;
  readonly tutorial: TutorialTrainer;
  /** The films and embeddings as the graph has them now, or had them a moment ago. */
  catalogue(): Promise<FilmCatalogue>;
  /** A policy whose film numbers are the catalogue's; the default one where none is named. */
  policy(catalogue: FilmCatalogue, name?: PolicyName): Promise<ServedPolicy>;
}

/** Puts the recommender together over one graph. Nothing is read or trained before it is asked for. */
export function createRecommender(graph: Graph, engine: Engine, seed: number): Recommender {
  const catalogues = followFilmCatalogue(graph);
  const tutorial = createTutorialTrainer({ graph, engine, seed });
  const shelf = createPolicyShelf({ tutorial, baselines: createBaselineShelf(graph, seed) });
  return {
    graph,
    engine,
    tutorial,
    catalogue: () => catalogues.current(),
    policy: (catalogue, name) => shelf.policy(catalogue, name),
  };
}
