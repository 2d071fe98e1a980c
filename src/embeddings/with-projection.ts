import type { Graph } from '../graph/graph';

const DROP = 'CALL gds.graph.drop($projection, false) YIELD graphName RETURN graphName';

/** What of the tutorial's projection this graph has: one without actors (MovieLens) is projected without them. */
const PARTS = `
  RETURN
    [label IN ['Actor', 'Film', 'Category'] WHERE
      CASE label WHEN 'Actor' THEN EXISTS {(:Actor)} WHEN 'Film' THEN EXISTS {(:Film)} ELSE EXISTS {(:Category)} END
    ] AS labels,
    [type IN ['ACTED_IN', 'OF_GENRE'] WHERE
      CASE type WHEN 'ACTED_IN' THEN EXISTS {()-[:ACTED_IN]->()} ELSE EXISTS {()-[:OF_GENRE]->()} END
    ] AS types`;

const PROJECT = `
  CALL gds.graph.project($projection, $labels, $relationships) YIELD nodeCount
  RETURN nodeCount`;

/**
 * Runs `work` on an in-memory projection of actors, films and categories and drops the projection after it,
 * also when it fails. One left behind by a process that died is dropped first. As in the tutorial customers
 * are left out; relationships are undirected, so that walks can turn back.
 */
export async function withProjection<T>(
  graph: Graph,
  name: string,
  work: (projection: string) => Promise<T>,
): Promise<T> {
  const projection = `reelgraph-${name.toLowerCase()}`;
  const [{ labels, types }] = await graph.read<{ labels: string[]; types: string[] }>(PARTS);
  const relationships = Object.fromEntries(types.map((type) => [type, { orientation: 'UNDIRECTED' }]));
  await graph.run(DROP, { projection });
  try {
    await graph.run(PROJECT, { projection, labels, relationships });
    return await work(projection);
  } finally {
    await graph.run(DROP, { projection });
  }
}
