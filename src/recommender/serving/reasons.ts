import type { Graph } from '../../graph/graph';
import { readSharedFeatures, type SharedFeature } from '../films/film-repository';

/** A recommended film and the films that the list is based on, oldest first, by id. */
export interface RecommendedFilm {
  readonly film: string;
  readonly history: readonly string[];
}

/** A path in the graph: rented film, shared actor or category, recommended film. */
export interface Reason {
  readonly rented: string;
  readonly actor: string | null;
  readonly category: string | null;
  readonly text: string;
}

/** Finds all reasons of each recommended film in one statement, most specific first, [recommended][reasons]. */
export async function findReasons(
  graph: Graph,
  recommended: readonly RecommendedFilm[],
): Promise<Reason[][]> {
  const rows = await readSharedFeatures(
    graph,
    recommended.map(({ film, history }) => ({ film, history })),
  );
  const paths: SharedFeature[][] = recommended.map(() => []);
  for (const row of rows) paths[row.index].push(row);
  return paths.map((found, index) => sortPaths(found, recommended[index].history).map(toReason));
}

/**
 * Sorts paths by the number of films of the actor or category, fewest first, then by the time of the rental, newest
 * first. Each rented film and each actor or category appears once before any appears twice.
 */
function sortPaths(paths: SharedFeature[], history: readonly string[]): SharedFeature[] {
  const recency = new Map(history.map((film, index) => [film, index]));
  const sorted = [...paths].sort(
    (a, b) =>
      a.films - b.films ||
      (recency.get(b.rented) ?? 0) - (recency.get(a.rented) ?? 0) ||
      (a.name < b.name ? -1 : 1),
  );
  const seen = new Set<string>();
  const isNew = (path: SharedFeature) => {
    const keys = [`film ${path.rented}`, `actor ${path.actor}, category ${path.category}`];
    if (keys.some((key) => seen.has(key))) return false;
    keys.forEach((key) => seen.add(key));
    return true;
  };
  const first = sorted.filter(isNew);
  return [...first, ...sorted.filter((path) => !first.includes(path))];
}

function toReason({ rented, rentedTitle, title, actor, category, name }: SharedFeature): Reason {
  const text = actor
    ? `${name} also appears in ${rentedTitle}, which this customer rented.`
    : `${title} is in the category ${name}, like ${rentedTitle}, which this customer rented.`;
  return { rented, actor, category, text };
}
