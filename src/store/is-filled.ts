import type { Graph } from '../graph/graph';

const IS_FILLED = 'RETURN EXISTS {(:Film)} OR EXISTS {(:Customer)} AS filled';

/** Whether the graph holds films or customers, imported or not. */
export async function isFilled(graph: Graph): Promise<boolean> {
  const [{ filled }] = await graph.read<{ filled: boolean }>(IS_FILLED);
  return filled;
}
