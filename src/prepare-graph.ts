import { EMBEDDING_NAMES } from './embeddings/embedding';
import { writeEmbeddings } from './embeddings/write-embeddings';
import type { Graph } from './graph/graph';
import type { Progress } from './progress';
import { importSample, sampleSource } from './store/sample/import-sample';
import { unfinishedImport } from './store/unfinished-import';

const STATE = `
  RETURN EXISTS {(:Film)} OR EXISTS {(:Customer)} AS filled,
    EXISTS {MATCH (film:Film) WHERE film.node2vecEmbedding IS NULL} AS withoutNODE2VEC,
    EXISTS {MATCH (film:Film) WHERE film.fastrpEmbedding IS NULL} AS withoutFASTRP`;

interface State {
  filled: boolean;
  withoutNODE2VEC: boolean;
  withoutFASTRP: boolean;
}

/** The size of the tutorial's store. */
export const SAMPLE = { customers: 599, films: 1_000, seed: 1 };

/**
 * Makes a private graph ready to recommend from: an empty one gets the sample store, an import of it that was
 * cut off is completed, and films without embeddings get them.
 */
export async function preparePrivateGraph(graph: Graph, progress: Progress): Promise<void> {
  const { filled } = await readState(graph);
  const unfinished = await unfinishedImport(graph);
  if (!filled || unfinished?.source === sampleSource(SAMPLE))
    await importSample(graph, { ...SAMPLE, progress });
  const state = await readState(graph);
  const missing = EMBEDDING_NAMES.filter((name) => state[`without${name}`]);
  await writeEmbeddings(graph, missing, progress);
}

const readState = async (graph: Graph) => (await graph.read<State>(STATE))[0];
