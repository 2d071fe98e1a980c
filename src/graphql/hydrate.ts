import { batchDelegateToSchema } from '@graphql-tools/batch-delegate';
import { type GraphQLResolveInfo, Kind, OperationTypeNode, type SelectionSetNode } from 'graphql';
import type { Context } from './context';
import { HYDRATED_AT_ONCE } from './hydrated-at-once';
import { markAnswered } from './take-answered';

/** The generated lists that a custom resolver's ids are filled from. */
const LISTS = {
  filmId: 'films',
  actorId: 'actors',
  categoryId: 'categories',
  customerId: 'customers',
} as const;
type IdField = keyof typeof LISTS;

/** The name under which a delegated query brings the id along, whatever the client selects. */
const ID_ALIAS = '_hydratedId';

/**
 * Fills a node type from its id, with whatever the query selects below it. All nodes that the same place of
 * a query asks for are read by one Cypher statement.
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
      markAnswered(nodes);
      const byId = new Map(nodes.map((node) => [node[ID_ALIAS], node]));
      return ids.map((key) => byId.get(key) ?? null);
    },
    dataLoaderOptions: { maxBatchSize: HYDRATED_AT_ONCE },
    context,
    info,
  });
}

const selections = new WeakMap<readonly unknown[], SelectionSetNode>();

/** All that the client selects at this place, and the id; the same object for the same place. */
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
