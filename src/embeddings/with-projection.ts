import { randomUUID } from 'node:crypto';
import { AppError } from '../app-error';
import type { Graph } from '../graph/graph';
import { isMapped } from '../graph/graph-mapping';
import type { GraphModel } from '../graph/graph-model';

const PREFIX = 'reelgraph-';

const DROP = 'CALL gds.graph.drop($projection, false) YIELD graphName RETURN graphName';

const LEFTOVERS =
  'CALL gds.graph.list() YIELD graphName WHERE graphName STARTS WITH $prefix RETURN graphName';

/** The labels and relationship types of the tutorial's projection that exist; MovieLens, for example, has no actors. */
const parts = ({ film, actor, category }: GraphModel) => {
  const labels = [film, actor, category].map(({ label }) => label);
  return `
  RETURN
    ${labels.map((label) => `CASE WHEN EXISTS {(:${label})} THEN [$labels[${labels.indexOf(label)}]] ELSE [] END`).join(' + ')} AS labels,
    ${[actor, category]
      .map(({ path, label }, part) => {
        const exists = `EXISTS {(:${film.label})${path('', `(:${label})`)}}`;
        return `CASE WHEN ${exists} THEN [$types[${part}]] ELSE [] END`;
      })
      .join(' + ')} AS types`;
};

const PROJECT = `
  CALL gds.graph.project($projection, $labels, $relationships) YIELD nodeCount
  RETURN nodeCount`;

/**
 * Runs work on an in-memory projection of actors, films and categories, and drops the projection afterwards. As in the
 * tutorial, customers are left out. Relationships are undirected, so that walks can turn back. The caller must hold the
 * embedding lease: any other projection of reelgraph is left over from a crashed process and is dropped first.
 * @throws AppError BAD_USER_INPUT if there are no films, or no film has an actor or a category
 */
export async function withProjection<Result>(
  graph: Graph,
  work: (projection: string) => Promise<Result>,
): Promise<Result> {
  const projection = `${PREFIX}${randomUUID()}`;
  const { film, actor, category } = graph.model.mapping;
  const [found] = await graph.read<{ labels: string[]; types: string[] }>(parts(graph.model), {
    labels: [film.label, actor.label, category.label],
    types: [actor.relationship.type, category.relationship.type],
  });
  requireParts(found, graph.model);
  for (const { graphName } of await graph.run<{ graphName: string }>(LEFTOVERS, { prefix: PREFIX })) {
    await graph.run(DROP, { projection: graphName });
  }
  const relationships = Object.fromEntries(found.types.map((type) => [type, { orientation: 'UNDIRECTED' }]));
  try {
    await graph.run(PROJECT, { projection, labels: found.labels, relationships });
    return await work(projection);
  } finally {
    await graph.run(DROP, { projection });
  }
}

function requireParts(
  { labels, types }: { labels: readonly string[]; types: readonly string[] },
  { film, actor, category, mapping }: GraphModel,
): void {
  if (!labels.includes(mapping.film.label)) {
    const advice = isMapped(mapping)
      ? `No node has the label ${film.label}. Correct film.label in the mapping file.`
      : 'The graph has no films. Import a store first: reelgraph import sample.';
    throw new AppError('BAD_USER_INPUT', advice);
  }
  if (types.length === 0) {
    const paths = [actor, category].map(({ path, label }) => `(:${film.label})${path('', `(:${label})`)}`);
    const message = `No film has an actor or a category, so there is nothing to compute embeddings from. Add ${paths.join(' or ')} relationships. DQN, EASE, ITEM_KNN and POPULARITY work without embeddings.`;
    throw new AppError('BAD_USER_INPUT', message);
  }
}
