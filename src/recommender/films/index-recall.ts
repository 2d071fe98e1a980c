import type { EmbeddingName } from '../../embeddings/embedding';
import type { Graph } from '../../graph/graph';
import { createRandom } from '../../random';
import { loadFilmCatalogue } from './film-catalogue';
import { findNeighbors } from './film-neighbors';
import { findIndexNeighbors } from './index-neighbors';

/** Number of films that recall is measured on. */
const SAMPLE = 30;
const FIRST = 10;

/**
 * Measures the share of the ten nearest films that the vector index finds, over a random sample of films.
 * @returns undefined if no film has the embedding
 */
export async function measureIndexRecall(
  graph: Graph,
  embedding: EmbeddingName,
): Promise<number | undefined> {
  const catalogue = await loadFilmCatalogue(graph);
  const nearest = catalogue.embeddings[embedding]?.nearest;
  const embedded = catalogue.films.filter((_, film) => nearest?.has(film));
  if (embedded.length === 0) return undefined;
  const sample = createRandom(1)
    .shuffle([...embedded])
    .slice(0, SAMPLE);
  let [hits, expected] = [0, 0];
  for (const film of sample) {
    const exact = findNeighbors(catalogue, film, FIRST, embedding);
    const found = new Set((await findIndexNeighbors(graph, film, FIRST, embedding)).map((near) => near.film));
    hits += exact.filter((near) => found.has(near.film)).length;
    expected += exact.length;
  }
  return hits / Math.max(expected, 1);
}
