import { EMBEDDINGS, type EmbeddingName } from '../../src/embeddings/embedding';
import type { Graph } from '../../src/graph/graph';

const dot = (a: number[], b: number[]) => a.reduce((sum, value, i) => sum + value * b[i], 0);

/** All films by their cosine to one film, computed from the properties that Graph Data Science wrote. */
export async function bruteForceNeighbors(graph: Graph, film: string, embedding: EmbeddingName) {
  const rows = await graph.read<{ id: string; vector: number[] }>(
    `MATCH (film:Film) RETURN film.filmID AS id, film[$property] AS vector`,
    { property: EMBEDDINGS[embedding].property },
  );
  const own = rows.find(({ id }) => id === film)!.vector;
  return rows
    .filter(({ id }) => id !== film)
    .map(({ id, vector }) => ({
      id,
      score: dot(own, vector) / Math.sqrt(dot(own, own) * dot(vector, vector)),
    }))
    .sort((a, b) => b.score - a.score);
}
