import type { Graph } from '../../src/graph/graph';

const COUNTS = `
  RETURN COUNT {(:Film)} AS films, COUNT {(:Actor)} AS actors, COUNT {(:Category)} AS categories,
    COUNT {(:Customer)} AS customers, COUNT {()-[:RENTED]->()} AS rented, COUNT {()-[:ACTED_IN]->()} AS actedIn,
    COUNT {()-[:OF_GENRE]->()} AS ofGenre, COUNT {()-[:FAN_OF]->()} AS fanOf`;
const TIMES = 'MATCH ()-[rented:RENTED]->() RETURN sum(rented.times) AS rentals';

/** The number of nodes and relationships of each kind in a graph. */
export async function countStore(graph: Graph): Promise<Record<string, number>> {
  const [counts] = await graph.read<Record<string, number>>(COUNTS);
  const [times] = await graph.read<{ rentals: number }>(TIMES);
  return { ...counts, ...times };
}
