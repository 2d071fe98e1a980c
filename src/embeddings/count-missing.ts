import type { Graph } from '../graph/graph';
import type { EmbeddingName } from './embedding';

const MISSING = `
  RETURN COUNT {MATCH (film:Film) WHERE film.node2vecEmbedding IS NULL} AS NODE2VEC,
    COUNT {MATCH (film:Film) WHERE film.fastrpEmbedding IS NULL} AS FASTRP`;

/** Counts the films without each embedding. */
export async function countMissingEmbeddings(graph: Graph): Promise<Record<EmbeddingName, number>> {
  return (await graph.read<Record<EmbeddingName, number>>(MISSING))[0];
}
