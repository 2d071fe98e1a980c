import { AppError } from '../app-error';
import type { Graph } from '../graph/graph';
import { EMBEDDINGS, type EmbeddingName } from './embedding';

/** A node with its embedding. */
export interface EmbeddedNode {
  readonly label: 'Film' | 'Actor' | 'Category';
  readonly id: string;
  /** The title of a film, the name of a category, or the first and last name of an actor. */
  readonly name: string;
  readonly embedding: readonly number[];
}

const NODES = `
  MATCH (node:Film|Actor|Category) WHERE node[$property] IS NOT NULL
  RETURN labels(node)[0] AS label, coalesce(node.filmID, node.actorID, node.categoryID) AS id,
    coalesce(node.Title, node.Name, node.firstName + ' ' + node.lastName, '') AS name, node[$property] AS embedding
  ORDER BY label, id`;

/**
 * Reads the embeddings of films, actors and categories.
 * @throws AppError EMBEDDINGS_MISSING if no node has one
 */
export async function readEmbeddings(graph: Graph, embedding: EmbeddingName): Promise<EmbeddedNode[]> {
  const nodes = await graph.read<EmbeddedNode>(NODES, { property: EMBEDDINGS[embedding].property });
  if (nodes.length > 0) return nodes;
  throw new AppError(
    'EMBEDDINGS_MISSING',
    `No node has a ${embedding} embedding. Run reelgraph embed ${embedding}.`,
  );
}
