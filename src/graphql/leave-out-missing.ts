import { getNamedType, type GraphQLObjectType, type GraphQLResolveInfo } from 'graphql';
import type { Context } from './context';
import { fillFilm } from './fill-film';
import { selectedFields } from './selections-for';

/**
 * Leaves out the entries of a list whose film no longer exists in the graph. The catalogue in memory may be seconds
 * old, and a deleted film must not fail the whole list. The films are loaded with the selection of the client. The
 * resolver of the field gets them from the same loader, without another statement.
 * @param field the field of the entries that returns the film, and the property with its id
 */
export async function leaveOutMissing<Field extends string, Entry extends Readonly<Record<Field, string>>>(
  entries: readonly Entry[],
  field: Field,
  context: Context,
  info: GraphQLResolveInfo,
): Promise<Entry[]> {
  const places = selectionsOf(field, info);
  const found = await Promise.all(
    entries.map(({ [field]: id }) => Promise.all(places.map((place) => fillFilm(id, context, place)))),
  );
  return entries.filter((_, index) => found[index].every((film) => film !== null));
}

/** Returns the places of a query that select the field, one for each alias. */
function selectionsOf(field: string, info: GraphQLResolveInfo): GraphQLResolveInfo[] {
  const { fieldNodes, path } = info;
  const parentType = getNamedType(info.returnType) as GraphQLObjectType;
  const { type: returnType } = parentType.getFields()[field];
  return [...selectedFields(parentType, fieldNodes, info)]
    .filter(([, [node]]) => node.name.value === field)
    .map(([key, nodes]) => ({
      ...info,
      fieldName: field,
      fieldNodes: nodes,
      returnType,
      parentType,
      path: { prev: path, key, typename: parentType.name },
    }));
}
