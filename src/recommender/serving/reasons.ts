import type { Graph } from '../../graph/graph';

/** A film that was recommended to somebody with a history of rented films; all by id. */
export interface RecommendedFilm {
  filmId: string;
  /** Rented films, the oldest first. */
  history: readonly string[];
}

/** A path of the graph: rented film, shared actor or category, recommended film. */
export interface ReasonPath {
  rented: string;
  actor: string | null;
  category: string | null;
  text: string;
}

/**
 * The paths behind recommended films in one statement. What few films share tells more than what many do, so
 * paths go by how few films the actor or category has, then by how lately the rented film was rented; each
 * rented film and each actor or category explains a recommendation once before any does so twice.
 */
const PATHS = `
  UNWIND range(0, size($asked) - 1) AS number
  MATCH (film:Film {filmID: $asked[number].filmId})-[:ACTED_IN|OF_GENRE]-(shared:Actor|Category)
  WITH number, film, shared, COUNT { (shared)-[:ACTED_IN|OF_GENRE]-(:Film) } AS films
  MATCH (shared)-[:ACTED_IN|OF_GENRE]-(rented:Film)
  WHERE rented <> film AND rented.filmID IN $asked[number].history
  RETURN number, rented.filmID AS rented, rented.Title AS rentedTitle, film.Title AS title, films,
    shared.actorID AS actor, shared.categoryID AS category,
    coalesce(shared.Name, shared.firstName + ' ' + shared.lastName) AS name`;

interface PathRow {
  number: number;
  rented: string;
  rentedTitle: string;
  title: string;
  films: number;
  actor: string | null;
  category: string | null;
  name: string;
}

/** All reasons of each recommended film, the most telling first, [asked][reasons]. */
export async function findReasons(graph: Graph, asked: readonly RecommendedFilm[]): Promise<ReasonPath[][]> {
  const rows = await graph.read<PathRow>(PATHS, {
    asked: asked.map(({ filmId, history }) => ({ filmId, history })),
  });
  const paths: PathRow[][] = asked.map(() => []);
  for (const row of rows) paths[row.number].push(row);
  return paths.map((candidates, number) => inTellingOrder(candidates, asked[number].history).map(toReason));
}

function inTellingOrder(paths: PathRow[], history: readonly string[]): PathRow[] {
  const lateness = new Map(history.map((film, place) => [film, place]));
  const sorted = [...paths].sort(
    (a, b) =>
      a.films - b.films ||
      (lateness.get(b.rented) ?? 0) - (lateness.get(a.rented) ?? 0) ||
      (a.name < b.name ? -1 : 1),
  );
  const seen = new Set<string>();
  const isFresh = (path: PathRow) => {
    const keys = [`film ${path.rented}`, `actor ${path.actor}, category ${path.category}`];
    const fresh = keys.every((key) => !seen.has(key));
    if (fresh) keys.forEach((key) => seen.add(key));
    return fresh;
  };
  const fresh = sorted.filter(isFresh);
  return [...fresh, ...sorted.filter((path) => !fresh.includes(path))];
}

function toReason({ rented, rentedTitle, title, actor, category, name }: PathRow): ReasonPath {
  const text = actor
    ? `${name} acted in ${rentedTitle}, which was rented, and in ${title}.`
    : `${title} is ${name}, like ${rentedTitle}, which was rented.`;
  return { rented, actor, category, text };
}
