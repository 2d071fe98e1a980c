import { type GraphQLResolveInfo, Kind, type SelectionNode } from 'graphql';
import type { Context } from './context';
import { toGlobalId } from './global-id';
import { hydrate } from './hydrate';
import { markResolved } from './skip-resolved';

/** The film fields that the catalogue in memory contains. */
type CataloguedField = 'id' | 'filmId' | 'title';

/** Catalogued fields by response key. */
type CataloguedSelection = readonly (readonly [key: string, field: CataloguedField])[];

/**
 * Fills a film from its id: from memory if the query selects only its ids and title, otherwise from the graph. Titles
 * in memory are at most two seconds old.
 */
export async function fillFilm(
  id: string,
  context: Context,
  info: GraphQLResolveInfo,
): Promise<ReturnType<typeof hydrate>> {
  const selection = cataloguedSelection(info);
  if (selection) {
    const { numbers, titles } = await context.catalogue();
    const number = numbers.get(id);
    if (number !== undefined) {
      const values: Record<CataloguedField, string> = {
        id: toGlobalId('Film', id),
        filmId: id,
        title: titles[number],
      };
      const film = Object.fromEntries(selection.map(([key, field]) => [key, values[field]]));
      markResolved(film);
      return film;
    }
  }
  return hydrate('filmId', id, context, info);
}

const selections = new WeakMap<readonly unknown[], CataloguedSelection | null>();

/** Returns null if the query selects other fields or uses directives. Each selection is analyzed only once. */
function cataloguedSelection({ fieldNodes, fragments }: GraphQLResolveInfo): CataloguedSelection | null {
  let selection = selections.get(fieldNodes);
  if (selection === undefined) {
    const found: [string, CataloguedField][] = [];
    const collect = (nodes: readonly SelectionNode[]): boolean =>
      nodes.every((node) => {
        if (node.directives?.length) return false;
        if (node.kind === Kind.FRAGMENT_SPREAD) {
          const { directives, selectionSet } = fragments[node.name.value];
          return !directives?.length && collect(selectionSet.selections);
        }
        if (node.kind === Kind.INLINE_FRAGMENT) return collect(node.selectionSet.selections);
        const field = node.name.value;
        if (field === '__typename') return true;
        if (field !== 'id' && field !== 'filmId' && field !== 'title') return false;
        found.push([node.alias?.value ?? field, field]);
        return true;
      });
    const isCatalogued = collect(fieldNodes.flatMap(({ selectionSet }) => selectionSet?.selections ?? []));
    selection = isCatalogued ? found : null;
    selections.set(fieldNodes, selection);
  }
  return selection;
}
