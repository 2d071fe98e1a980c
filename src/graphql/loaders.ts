import DataLoader from 'dataloader';
import { graphql, type GraphQLSchema } from 'graphql';
import type { FilmCatalogue } from '../recommender/films/film-catalogue';
import type { Recommender } from '../recommender/recommender';
import type { ServedPolicy } from '../recommender/policies/policy';
import type { Visit } from '../recommender/policies/visit';
import type { History } from '../recommender/rentals/histories';
import type { Reason } from '../recommender/serving/reasons';
import { type Recommendation, type RequestedPolicy, scoreHistories } from '../recommender/serving/recommend';
import type { Scores } from '../recommender/films/top-films';

/** A FilmWhere as sent by the client. */
export type FilmWhere = Readonly<Record<string, unknown>>;

/** Scores histories, each by a policy. */
export interface ScoreLoader {
  load(history: History, served: ServedPolicy): Promise<Scores>;
}

/**
 * The loaders of one request. Each one batches the values that are requested at the same time, and reads each value
 * once.
 */
export interface Loaders {
  /** Histories by customer id, in one statement. */
  readonly histories: DataLoader<string, History>;
  /** Visits by customer id, in two statements. */
  readonly visits: DataLoader<string, readonly Visit[]>;
  /** The policies of requests for recommendations. */
  readonly served: DataLoader<RequestedPolicy, ServedPolicy, string>;
  /** All films' scores for a history, in one forward pass per policy. */
  readonly scores: ScoreLoader;
  /** The ids of all films that a FilmWhere selects. */
  readonly filters: DataLoader<FilmWhere, readonly string[], string>;
  /** All reasons of a recommendation, most specific first, in one statement. */
  readonly reasons: DataLoader<Recommendation, Reason[]>;
}

/**
 * Creates the loaders of one request, each when it is first used.
 * @param filters the schema that executes filters
 * @param contextValue the context of that schema
 */
export function createLoaders(
  recommender: Recommender,
  catalogue: () => Promise<FilmCatalogue>,
  filters: GraphQLSchema,
  contextValue: object,
): Loaders {
  const created: { -readonly [Name in keyof Loaders]?: Loaders[Name] } = {};
  return {
    get histories() {
      return (created.histories ??= new DataLoader(async (customers) =>
        recommender.histories(await catalogue(), customers),
      ));
    },
    get visits() {
      return (created.visits ??= new DataLoader(async (customers) =>
        recommender.visits(await catalogue(), customers),
      ));
    },
    get served() {
      return (created.served ??= new DataLoader(
        async (requested) => {
          const films = await catalogue();
          return Promise.all(
            requested.map((each) => recommender.served(films, each).catch((error: Error) => error)),
          );
        },
        { cacheKeyFn: policyKey },
      ));
    },
    get scores() {
      return (created.scores ??= createScoreLoader());
    },
    get filters() {
      return (created.filters ??= new DataLoader(
        (wheres) => Promise.all(wheres.map((where) => selectFilms(filters, where, contextValue))),
        { cacheKeyFn: JSON.stringify },
      ));
    },
    get reasons() {
      return (created.reasons ??= new DataLoader((recommendations) => recommender.reasons(recommendations)));
    },
  };
}

const policyKey = ({ policy, version, isTreated = false }: RequestedPolicy): string =>
  JSON.stringify([policy ?? null, version ?? null, isTreated]);

function createScoreLoader(): ScoreLoader {
  const loaders = new Map<ServedPolicy, DataLoader<History, Scores>>();
  const loaderFor = (served: ServedPolicy) => {
    const known = loaders.get(served);
    if (known) return known;
    const loader = new DataLoader<History, Scores>(async (histories) => scoreHistories(served, histories));
    loaders.set(served, loader);
    return loader;
  };
  return { load: (history, served) => loaderFor(served).load(history) };
}

const FILTERED = /* GraphQL */ `
  query Filtered($where: FilmWhere!) {
    films(where: $where) {
      filmId
    }
  }
`;

/** Executes the generated filter in a schema without list limits, so that `where` has the same meaning everywhere. */
async function selectFilms(schema: GraphQLSchema, where: FilmWhere, contextValue: object): Promise<string[]> {
  const { data, errors } = await graphql({
    schema,
    source: FILTERED,
    variableValues: { where },
    contextValue: { ...contextValue },
  });
  if (errors) throw errors[0];
  return (data as { films: { filmId: string }[] }).films.map((film) => film.filmId);
}
