import { randomUUID } from 'node:crypto';
import { AppError } from '../app-error';
import type { Graph } from '../graph/graph';

const PREFIX = 'reelgraph-';

const DROP = 'CALL gds.graph.drop($projection, false) YIELD graphName RETURN graphName';

const LEFTOVERS =
  'CALL gds.graph.list() YIELD graphName WHERE graphName STARTS WITH $prefix RETURN graphName';

/** The labels and relationship types of the tutorial's projection that exist; MovieLens, for example, has no actors. */
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
 * Runs work on an in-memory projection of actors, films and categories, and drops the projection afterwards. As in
 * the tutorial, customers are left out. Relationships are undirected, so that walks can turn back. The caller holds
 * the embedding lease: every other projection of reelgraph belongs to a process that died, and is dropped first.
 * @throws AppError BAD_USER_INPUT if there are no films, or no film has an actor or a category
 */
export async function withProjection<Result>(
  graph: Graph,
  work: (projection: string) => Promise<Result>,
): Promise<Result> {
  const projection = `${PREFIX}${randomUUID()}`;
  const [{ labels, types }] = await graph.read<{ labels: string[]; types: string[] }>(PARTS);
  requireParts(labels, types);
  for (const { graphName } of await graph.run<{ graphName: string }>(LEFTOVERS, { prefix: PREFIX })) {
    await graph.run(DROP, { projection: graphName });
  }
  const relationships = Object.fromEntries(types.map((type) => [type, { orientation: 'UNDIRECTED' }]));
  try {
    await graph.run(PROJECT, { projection, labels, relationships });
    return await work(projection);
  } finally {
    await graph.run(DROP, { projection });
  }
}

function requireParts(labels: readonly string[], types: readonly string[]): void {
  if (!labels.includes('Film')) {
    throw new AppError(
      'BAD_USER_INPUT',
      'The graph has no films. Import a store first: reelgraph import sample.',
    );
  }
  if (types.length === 0) {
    const message =
      'No film has an actor or a category, so there is nothing to compute embeddings from. Add (:Actor)-[:ACTED_IN]->(:Film) or (:Film)-[:OF_GENRE]->(:Category) relationships. EASE, ITEM_KNN and POPULARITY work without embeddings.';
    throw new AppError('BAD_USER_INPUT', message);
  }
}
