import { AppError } from '../app-error';
import type { Graph } from '../graph/graph';
import type { Progress } from '../progress';
import { isFilled } from './is-filled';

/**
 * Labels of the store, and of everything that was learned or logged. Films are deleted last, because a graph with films
 * counts as filled: an interrupted deletion is not mistaken for an empty graph.
 */
const LABELS = [
  'RecommendationList', 'RentalKey', 'Evaluation', 'Promotion', 'PolicyVersion', 'TrainingRun', 'Agent',
  'Category', 'Actor', 'Customer', 'Film', 'Import',
]; // prettier-ignore

const BATCH = 10_000;

/** Deletes relationships before nodes, because a film may have too many for one transaction. */
const DELETE_RELATIONSHIPS = (label: string) =>
  `MATCH (:${label})-[relationship]-() WITH DISTINCT relationship LIMIT ${BATCH}
   DELETE relationship RETURN count(*) AS deleted`;
const DELETE_NODES = (label: string) =>
  `MATCH (node:${label}) WITH node LIMIT ${BATCH} DETACH DELETE node RETURN count(*) AS deleted`;
const IMPORTED = 'RETURN EXISTS {(:Import)} AS imported';

/**
 * Deletes the imported store of a graph and its policies, runs and lists, in batches. If it is interrupted, the next
 * call continues.
 * @throws AppError BAD_USER_INPUT if the graph contains films or customers that were not imported
 */
export async function deleteImportedStore(graph: Graph, progress: Progress): Promise<void> {
  const [{ imported }] = await graph.read<{ imported: boolean }>(IMPORTED);
  if (!imported) {
    if (!(await isFilled(graph))) return;
    throw new AppError(
      'BAD_USER_INPUT',
      'The graph contains films or customers that reelgraph did not import, so --replace does not delete them. Import into an empty graph: another NEO4J_DATABASE or REELGRAPH_HOME.',
    );
  }
  await progress('Deleting the store of the graph', async () => {
    for (const label of LABELS) {
      await repeat(graph, DELETE_RELATIONSHIPS(label));
      await repeat(graph, DELETE_NODES(label));
    }
  });
}

async function repeat(graph: Graph, cypher: string): Promise<void> {
  for (;;) {
    const [{ deleted }] = await graph.write<{ deleted: number }>(cypher);
    if (deleted === 0) return;
  }
}
