import DataLoader from 'dataloader';
import { graphql, type GraphQLSchema } from 'graphql';
import type { Context } from '../context';

/** A FilmWhere as the client gave it. */
export type FilmWhere = Readonly<Record<string, unknown>>;

/** Ids of all films that a FilmWhere lets through. */
export type QualifyingLoader = DataLoader<FilmWhere, readonly string[], string>;

const QUALIFYING = /* GraphQL */ `
  query Qualifying($where: FilmWhere!) {
    films(where: $where) {
      filmId
    }
  }
`;

/**
 * Asks the generated filter itself, in a schema without list limits, so that `where` means here what it means
 * everywhere. Equal filters of one request are asked once.
 */
export function createQualifyingLoader(
  filters: GraphQLSchema,
  context: Pick<Context, 'sessionConfig' | 'transaction' | 'jwt'>,
): QualifyingLoader {
  const ask = async (where: FilmWhere): Promise<string[]> => {
    const { data, errors } = await graphql({
      schema: filters,
      source: QUALIFYING,
      variableValues: { where },
      contextValue: { ...context },
    });
    if (errors) throw errors[0];
    return (data as { films: { filmId: string }[] }).films.map((film) => film.filmId);
  };
  return new DataLoader((wheres) => Promise.all(wheres.map(ask)), { cacheKeyFn: JSON.stringify });
}
