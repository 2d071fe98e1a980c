import type { Graph } from '../graph/graph';
import { createLogger, type Logger } from '../logger';
import type { Progress } from '../progress';
import { EMBEDDINGS, type EmbeddingName } from './embedding';
import { withEmbeddingLease } from './embedding-lease';
import { type WrittenEmbedding, writeEmbedding } from './write-embedding';

/**
 * Writes embeddings one after the other, each as a separate progress step.
 * @throws AppError EMBEDDING_BUSY, GDS_MISSING or BAD_USER_INPUT
 */
export async function writeEmbeddings(
  graph: Graph,
  names: Iterable<EmbeddingName>,
  progress: Progress,
  logger: Logger = createLogger('warn', process.stderr),
): Promise<WrittenEmbedding[]> {
  const chosen = [...names];
  if (chosen.length === 0) return [];
  return withEmbeddingLease(graph, logger, async () => {
    const written: WrittenEmbedding[] = [];
    for (const name of chosen) {
      written.push(
        await progress(
          `Writing ${EMBEDDINGS[name].property} with GDS`,
          (report) => writeEmbedding(graph, name, report, logger),
          ({ nodes, dimension }) => `${nodes} nodes, ${dimension} dimensions`,
        ),
      );
    }
    return written;
  });
}
