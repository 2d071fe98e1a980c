import type { Graph } from '../graph/graph';
import type { GraphModel } from '../graph/graph-model';
import type { EmbeddingName } from './embedding';

const missing = ({ film }: GraphModel) => `
  RETURN COUNT {MATCH (film:${film.label}) WHERE film.node2vecEmbedding IS NULL} AS NODE2VEC,
    COUNT {MATCH (film:${film.label}) WHERE film.fastrpEmbedding IS NULL} AS FASTRP`;

/** Counts the films without each embedding. */
export async function countMissingEmbeddings(graph: Graph): Promise<Record<EmbeddingName, number>> {
  return (await graph.read<Record<EmbeddingName, number>>(missing(graph.model)))[0];
}
