import type { Graph } from '../graph/graph';
import type { Progress } from '../progress';
import { EMBEDDINGS, type EmbeddingName } from './embedding';
import { type WrittenEmbedding, writeEmbedding } from './write-embedding';

/** Writes several embeddings, one after the other, each as a step of its own. */
export async function writeEmbeddings(
  graph: Graph,
  names: Iterable<EmbeddingName>,
  progress: Progress,
): Promise<WrittenEmbedding[]> {
  const written: WrittenEmbedding[] = [];
  for (const name of names) {
    written.push(
      await progress(
        `Writing ${EMBEDDINGS[name].property} with Graph Data Science`,
        (report) => writeEmbedding(graph, name, report),
        ({ nodes, dimension }) => `${nodes} nodes, ${dimension} dimensions`,
      ),
    );
  }
  return written;
}
