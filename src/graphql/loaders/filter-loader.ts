import DataLoader from 'dataloader';
import { graphql, type GraphQLSchema } from 'graphql';

/** A FilmWhere as the client sent it. */
export type FilmWhere = Readonly<Record<string, unknown>>;

/** Loads the ids of all films that a FilmWhere selects. */
export type FilterLoader = DataLoader<FilmWhere, readonly string[], string>;

const FILTERED = /* GraphQL */ `
  query Filtered($where: FilmWhere!) {
    films(where: $where) {
      filmId
    }
  }
`;

/**
 * Executes the generated filter in a schema without list limits, so that `where` has the same meaning everywhere.
 * Equal filters of one request are executed once.
 */
export function createFilterLoader(filters: GraphQLSchema, contextValue: object): FilterLoader {
  const execute = async (where: FilmWhere): Promise<string[]> => {
    const { data, errors } = await graphql({
      schema: filters,
      source: FILTERED,
      variableValues: { where },
      contextValue: { ...contextValue },
    });
    if (errors) throw errors[0];
    return (data as { films: { filmId: string }[] }).films.map((film) => film.filmId);
  };
  return new DataLoader((filters) => Promise.all(filters.map(execute)), { cacheKeyFn: JSON.stringify });
}
