import type { EmbeddingName } from '../embeddings/embedding';
import { createVectorIndex } from '../embeddings/vector-index';
import { writeEmbeddings } from '../embeddings/write-embeddings';
import { openGraph } from '../open-graph';
import type { Progress } from '../progress';
import type { Settings } from '../settings';

/**
 * Computes embeddings with Graph Data Science and writes them to the nodes. With SEARCH=index it also creates the vector
 * indexes of the films.
 */
export async function embed(
  names: readonly EmbeddingName[],
  settings: Settings,
  progress: Progress,
): Promise<void> {
  const { graph, close } = await openGraph(settings, progress, { shares: true });
  try {
    await writeEmbeddings(graph, names, progress);
    if (settings.search !== 'index') return;
    for (const name of names) {
      await progress(`Creating the vector index of ${name}`, () => createVectorIndex(graph, name));
    }
  } finally {
    await close();
  }
}
