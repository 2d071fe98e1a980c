import type { Graph } from '../graph/graph';

const UNFINISHED = 'MATCH (import:Import) WHERE import.finishedAt IS NULL RETURN import.source AS source';

/** Returns the unfinished import, if there is one. Running it again completes it. */
export async function unfinishedImport(graph: Graph): Promise<{ source: string } | undefined> {
  const [row] = await graph.read<{ source: string }>(UNFINISHED);
  return row;
}
