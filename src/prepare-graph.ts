import { EMBEDDING_NAMES, type EmbeddingName } from './embeddings/embedding';
import { writeEmbeddings } from './embeddings/write-embeddings';
import type { Graph } from './graph/graph';
import type { Progress } from './progress';
import { isFilled } from './store/is-filled';
import { importSample, sampleSource } from './store/sample/import-sample';
import { unfinishedImport } from './store/unfinished-import';

const WITHOUT = `
  RETURN EXISTS {MATCH (film:Film) WHERE film.node2vecEmbedding IS NULL} AS NODE2VEC,
    EXISTS {MATCH (film:Film) WHERE film.fastrpEmbedding IS NULL} AS FASTRP`;

/** The size of the tutorial's store. */
export const SAMPLE = { customers: 599, films: 1_000, seed: 1 };

/**
 * Makes a private graph ready to recommend from: an empty one gets the sample store, an import of it that was
 * cut off is completed, and films without embeddings get them.
 */
export async function preparePrivateGraph(graph: Graph, progress: Progress): Promise<void> {
  const unfinished = await unfinishedImport(graph);
  if (unfinished?.source === sampleSource(SAMPLE) || !(await isFilled(graph))) {
    await importSample(graph, { ...SAMPLE, progress });
  }
  const [without] = await graph.read<Record<EmbeddingName, boolean>>(WITHOUT);
  const missing = EMBEDDING_NAMES.filter((name) => without[name]);
  await writeEmbeddings(graph, missing, progress);
}
