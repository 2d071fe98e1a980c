import { batchDelegateToSchema } from '@graphql-tools/batch-delegate';
import {
  type GraphQLResolveInfo,
  getNamedType,
  GraphQLList,
  type GraphQLObjectType,
  isAbstractType,
  Kind,
  OperationTypeNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import type { Context } from './context';
import { selectionsFor } from './selections-for';
import { markResolved } from './skip-resolved';

/** The generated lists that read nodes by id, with the types of the nodes. */
const LISTS = {
  filmId: { list: 'films', type: 'Film' },
  actorId: { list: 'actors', type: 'Actor' },
  categoryId: { list: 'categories', type: 'Category' },
  customerId: { list: 'customers', type: 'Customer' },
} as const;
type IdField = keyof typeof LISTS;

/** Max number of nodes that one statement reads. No page of recommendations has more nodes of one type. */
export const MAX_HYDRATED = 2_000;

/** How many extra nodes one statement may return if several nodes share an id, which they should not. */
export const MAX_SHARED_IDS = 1_000;

/** The alias under which every delegated query selects the id. */
const ID_ALIAS = '_hydratedId';

/**
 * Loads a node by id with everything that the query selects below it. One Cypher statement reads all nodes for the same
 * place in a query.
 */
export function hydrate(idField: IdField, id: string, context: Context, info: GraphQLResolveInfo) {
  const { list, type } = LISTS[idField];
  return batchDelegateToSchema<Context, string>({
    schema: context.schemas.inner,
    operation: OperationTypeNode.QUERY,
    fieldName: list,
    returnType: new GraphQLList(info.schema.getType(type) as GraphQLObjectType),
    selectionSet: selectionWithId(idField, info),
    key: id,
    argsFromKeys: (ids) => ({ where: { [idField]: { in: ids } }, limit: ids.length + MAX_SHARED_IDS }),
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

const selections = new WeakMap<readonly unknown[], Partial<Record<IdField, SelectionSetNode>>>();

/** Returns the client's selection at this place with the id added. Returns the same object for the same place. */
function selectionWithId(idField: IdField, info: GraphQLResolveInfo): SelectionSetNode {
  const { fieldNodes } = info;
  const known = selections.get(fieldNodes) ?? {};
  selections.set(fieldNodes, known);
  return (known[idField] ??= {
    kind: Kind.SELECTION_SET,
    selections: [
      ...selectedOf(idField, info),
      {
        kind: Kind.FIELD,
        alias: { kind: Kind.NAME, value: ID_ALIAS },
        name: { kind: Kind.NAME, value: idField },
      },
    ],
  });
}

function selectedOf(idField: IdField, info: GraphQLResolveInfo): readonly SelectionNode[] {
  const selected = info.fieldNodes.flatMap(({ selectionSet }) => selectionSet?.selections ?? []);
  const isOfOneType = !isAbstractType(getNamedType(info.returnType));
  return isOfOneType ? selected : selectionsFor(LISTS[idField].type, selected, info);
}
