import { AppError } from '../app-error';
import type { Graph } from '../graph/graph';
import type { GraphModel, NodeModel } from '../graph/graph-model';
import { EMBEDDINGS, type EmbeddingName } from './embedding';

/** A node with its embedding. */
export interface EmbeddedNode {
  readonly label: 'Film' | 'Actor' | 'Category';
  readonly id: string;
  /** The title of a film, the name of a category, or the first and last name of an actor. */
  readonly name: string;
  readonly embedding: readonly number[];
}

const nodes = ({ film, actor, category }: GraphModel) => {
  const read = (label: EmbeddedNode['label'], part: NodeModel, name: string) => `
  MATCH (node:${part.label}) WHERE node[$property] IS NOT NULL AND ${part.isUsable('node')}
  RETURN '${label}' AS label, ${part.id('node')} AS id, ${name} AS name, node[$property] AS embedding`;
  return [
    read('Film', film, film.title('node')),
    read('Actor', actor, actor.fullName('node')),
    read('Category', category, category.fullName('node')),
  ].join('\n  UNION ALL');
};

/**
 * Reads the embeddings of films, actors and categories.
 * @throws AppError EMBEDDINGS_MISSING if no node has an embedding
 */
export async function readEmbeddings(graph: Graph, embedding: EmbeddingName): Promise<EmbeddedNode[]> {
  const { property } = EMBEDDINGS[embedding];
  const rows = await graph.read<EmbeddedNode>(nodes(graph.model), { property });
  const byLabel = (a: EmbeddedNode, b: EmbeddedNode) => (a.label < b.label ? -1 : Number(a.label > b.label));
  if (rows.length > 0) return rows.sort((a, b) => byLabel(a, b) || (a.id < b.id ? -1 : Number(a.id > b.id)));
  throw new AppError(
    'EMBEDDINGS_MISSING',
    `No node has a ${embedding} embedding. Run reelgraph embed ${embedding}.`,
  );
}
