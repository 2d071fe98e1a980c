import { AppError } from './app-error';
import { countMissingEmbeddings } from './embeddings/count-missing';
import { EMBEDDING_NAMES } from './embeddings/embedding';
import { writeEmbeddings } from './embeddings/write-embeddings';
import type { Graph } from './graph/graph';
import { isMapped } from './graph/graph-mapping';
import { type Logger, silentLogger } from './logger';
import type { Progress } from './progress';
import { isFilled } from './store/is-filled';
import { importSample, sampleSource } from './store/sample/import-sample';
import { unfinishedImport } from './store/unfinished-import';

/** The size of the tutorial's data set. */
export const SAMPLE = { customers: 599, films: 1_000, seed: 1 };

/**
 * Prepares a private graph for recommendations: fills an empty one with the sample store, completes an interrupted
 * import of the sample store, and writes missing embeddings. A failure to write embeddings is only logged, because the
 * service also works without them. A graph with a mapping file is not filled.
 */
export async function preparePrivateGraph(
  graph: Graph,
  progress: Progress,
  logger: Logger = silentLogger,
): Promise<void> {
  if (!isMapped(graph.model.mapping)) await fill(graph, progress);
  const counts = await countMissingEmbeddings(graph);
  const missing = EMBEDDING_NAMES.filter((name) => counts[name] > 0);
  try {
    await writeEmbeddings(graph, missing, progress, logger);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    logger.warn({ code: error.code }, `Serving without new embeddings: ${error.message}`);
  }
}

async function fill(graph: Graph, progress: Progress): Promise<void> {
  const unfinished = await unfinishedImport(graph);
  if (unfinished?.source === sampleSource(SAMPLE) || !(await isFilled(graph))) {
    await importSample(graph, { ...SAMPLE, progress });
  }
}
