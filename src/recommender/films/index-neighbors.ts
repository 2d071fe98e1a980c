import { AppError } from '../../app-error';
import type { EmbeddingName } from '../../embeddings/embedding';
import { hasVectorIndex } from '../../embeddings/vector-index';
import type { Graph } from '../../graph/graph';
import { requireInteger } from '../../require-number';
import type { FilmNeighbor } from './film-neighbors';
import { filmNotFound } from './film-repository';
import { readIndexCandidates } from './film-search-repository';
import { createNearestFilms } from './nearest-films';

/**
 * Number of candidates from the index, which are then compared exactly. 200 candidates contain 9.9 of the 10 nearest
 * films.
 */
export const INDEX_CANDIDATES = 200;

/**
 * Like `findNeighbors`, but searches among candidates from the vector index of the graph. The index may miss films;
 * scores are exact.
 * @throws AppError BAD_USER_INPUT, NOT_FOUND, EMBEDDINGS_MISSING
 */
export async function findIndexNeighbors(
  graph: Graph,
  film: string,
  first: number,
  embedding: EmbeddingName,
): Promise<FilmNeighbor[]> {
  requireInteger('first', first);
  const candidates = Math.max(INDEX_CANDIDATES, 2 * first);
  const rows = await readIndexCandidates(graph, film, embedding, candidates).catch(async (error: unknown) => {
    if (await hasVectorIndex(graph, embedding)) throw error;
    throw embeddingsMissing(`The graph has no vector index of ${embedding}.`, embedding);
  });
  if (rows.length === 0) throw filmNotFound(film);
  const [{ query, found }] = rows;
  if (!query)
    throw embeddingsMissing(`The film ${JSON.stringify(film)} has no ${embedding} embedding.`, embedding);
  const usable = found.filter(({ vector }) => vector.length === query.length);
  const vectors = Float32Array.from(usable.flatMap(({ vector }) => vector));
  return createNearestFilms(vectors, query.length)
    .find(Float32Array.from(query), first)
    .map((near) => ({ film: usable[near.film].id, score: near.score }));
}

const embeddingsMissing = (reason: string, embedding: EmbeddingName) =>
  new AppError('EMBEDDINGS_MISSING', `${reason} Run SEARCH=index reelgraph embed ${embedding}.`);
