import { batchDelegateToSchema } from '@graphql-tools/batch-delegate';
import { type GraphQLResolveInfo, Kind, OperationTypeNode, type SelectionSetNode } from 'graphql';
import type { Context } from './context';
import { markResolved } from './skip-resolved';

/** The generated lists that fill nodes from ids. */
const LISTS = {
  filmId: 'films',
  actorId: 'actors',
  categoryId: 'categories',
  customerId: 'customers',
} as const;
type IdField = keyof typeof LISTS;

/** Max number of nodes that one statement fills; no page of recommendations has more nodes of one type. */
export const MAX_HYDRATED = 2_000;

/** The alias under which a delegated query selects the id, whatever the client selects. */
const ID_ALIAS = '_hydratedId';

/**
 * Fills a node from its id with everything that the query selects below it. One Cypher statement reads all nodes
 * that the same place of a query requests.
 */
export function hydrate(idField: IdField, id: string, context: Context, info: GraphQLResolveInfo) {
  return batchDelegateToSchema<Context, string>({
    schema: context.schemas.inner,
    operation: OperationTypeNode.QUERY,
    fieldName: LISTS[idField],
    selectionSet: selectionWithId(idField, info),
    key: id,
    argsFromKeys: (ids) => ({ where: { [idField]: { in: ids } }, limit: ids.length }),
    valuesFromResults: (nodes: Record<string, unknown>[], ids) => {
      markResolved(nodes);
      const byId = new Map(nodes.map((node) => [node[ID_ALIAS], node]));
      return ids.map((key) => byId.get(key) ?? null);
    },
    dataLoaderOptions: { maxBatchSize: MAX_HYDRATED },
    context,
    info,
  });
}

const selections = new WeakMap<readonly unknown[], SelectionSetNode>();

/** Returns the client's selection at this place with the id added; the same object for the same place. */
function selectionWithId(idField: IdField, { fieldNodes }: GraphQLResolveInfo): SelectionSetNode {
  let selection = selections.get(fieldNodes);
  if (!selection) {
    selection = {
      kind: Kind.SELECTION_SET,
      selections: [
        ...fieldNodes.flatMap((node) => node.selectionSet?.selections ?? []),
        {
          kind: Kind.FIELD,
          alias: { kind: Kind.NAME, value: ID_ALIAS },
          name: { kind: Kind.NAME, value: idField },
        },
      ],
    };
    selections.set(fieldNodes, selection);
  }
  return selection;
}
