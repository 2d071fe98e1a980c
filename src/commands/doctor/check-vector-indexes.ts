import { EMBEDDING_NAMES } from '../../embeddings/embedding';
import { hasVectorIndex } from '../../embeddings/vector-index';
import type { Graph } from '../../graph/graph';
import { measureIndexRecall } from '../../recommender/films/index-recall';
import { type Check, failedBy, ok, warn } from './check';

/** The minimum recall of an index, over the ten nearest films. */
const MIN_RECALL = 0.95;

/** Checks the vector indexes that SEARCH=index reads, and measures their recall. */
export async function checkVectorIndexes(graph: Graph): Promise<Check[]> {
  const checks: Check[] = [];
  for (const name of EMBEDDING_NAMES) {
    const subject = `Vector index ${name}`;
    const advice = `Run SEARCH=index reelgraph embed ${name}.`;
    try {
      const isThere = await hasVectorIndex(graph, name);
      const recall = isThere ? await measureIndexRecall(graph, name) : undefined;
      if (!isThere) checks.push(warn(subject, 'missing', advice));
      else if (recall === undefined) checks.push(warn(subject, 'no film has the embedding', advice));
      else if (recall >= MIN_RECALL) checks.push(ok(subject, `recall@10 ${recall.toFixed(3)}`));
      else
        checks.push(
          warn(subject, `recall@10 ${recall.toFixed(3)}`, 'Use SEARCH=memory if the films fit in memory.'),
        );
    } catch (error) {
      checks.push(failedBy(subject, error));
    }
  }
  return checks;
}
