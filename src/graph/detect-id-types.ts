import type { Graph } from './graph';
import type { GraphMapping, IdType, MappedNode } from './graph-mapping';
import { escapeName } from './graph-model';

/**
 * Detects the id type of each label whose mapping does not set it, from the first node. Without nodes the type is
 * string.
 */
export async function detectIdTypes(graph: Graph, mapping: GraphMapping): Promise<GraphMapping> {
  const detect = async <Node extends MappedNode>(node: Node): Promise<Node> => {
    if (node.idType) return node;
    const id = `node.${escapeName(node.id)}`;
    const [row] = await graph.read<{ isInteger: boolean }>(
      `MATCH (node:${escapeName(node.label)}) WHERE ${id} IS :: STRING NOT NULL OR ${id} IS :: INTEGER NOT NULL
       RETURN ${id} IS :: INTEGER AS isInteger LIMIT 1`,
    );
    const idType: IdType = row?.isInteger ? 'integer' : 'string';
    return { ...node, idType };
  };
  const [film, actor, category, customer] = await Promise.all([
    detect(mapping.film),
    detect(mapping.actor),
    detect(mapping.category),
    detect(mapping.customer),
  ]);
  return { ...mapping, film, actor, category, customer };
}
