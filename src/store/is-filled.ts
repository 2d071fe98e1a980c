import type { Graph } from '../graph/graph';
import type { GraphModel } from '../graph/graph-model';

const isFilledWith = ({ film, customer }: GraphModel) =>
  `RETURN EXISTS {(:${film.label})} OR EXISTS {(:${customer.label})} AS filled`;

/** Returns whether the graph contains films or customers, imported or not. */
export async function isFilled(graph: Graph): Promise<boolean> {
  const [{ filled }] = await graph.read<{ filled: boolean }>(isFilledWith(graph.model));
  return filled;
}
