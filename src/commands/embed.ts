import type { EmbeddingName } from '../embeddings/embedding';
import { writeEmbeddings } from '../embeddings/write-embeddings';
import { openGraph } from '../open-graph';
import type { Progress } from '../progress';
import type { Settings } from '../settings';

/** Computes embeddings with Graph Data Science and writes them to the nodes. */
export async function embed(
  names: readonly EmbeddingName[],
  settings: Settings,
  progress: Progress,
): Promise<void> {
  const { graph, close } = await openGraph(settings, progress, { shares: true });
  try {
    await writeEmbeddings(graph, names, progress);
  } finally {
    await close();
  }
}
