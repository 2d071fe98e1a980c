import neo4j from 'neo4j-driver';
import { AppError } from '../app-error';
import { createConstraints } from '../graph/constraints';
import type { Graph } from '../graph/graph';
import type { Progress } from '../progress';
import { isFilled } from './is-filled';
import { type MergedRental, mergeRentals } from './merge-rentals';
import type { Store } from './store';
import { writeInBatches } from './write-in-batches';

/** Whose store the graph holds. One graph holds one store: another would give its films the same ids. */
const HOLDS = 'MATCH (import:Import) RETURN import.source AS source';
const BEGIN = `
  MERGE (import:Import {source: $source})
  SET import.startedAt = datetime(), import.finishedAt = null`;
const FINISH = 'MATCH (import:Import {source: $source}) SET import.finishedAt = datetime()';

const FILMS = `
  UNWIND $rows AS row
  MERGE (film:Film {filmID: row.id})
  SET film.Title = row.title, film.Description = row.description, film.ReleaseYear = row.releaseYear,
    film.Length = row.length, film.Rating = row.rating, film.RentalRate = row.rentalRate,
    film.Language = row.language`;
const ACTORS = `
  UNWIND $rows AS row
  MERGE (actor:Actor {actorID: row.id})
  SET actor.firstName = row.firstName, actor.lastName = row.lastName`;
const CATEGORIES = `
  UNWIND $rows AS row
  MERGE (category:Category {categoryID: row.id})
  SET category.Name = row.name`;
const CUSTOMERS = `
  UNWIND $rows AS row
  MERGE (customer:Customer {customerID: row.id})
  SET customer.firstName = row.firstName, customer.lastName = row.lastName`;
const ACTED_IN = `
  UNWIND $rows AS row
  MATCH (actor:Actor {actorID: row.actor}), (film:Film {filmID: row.film})
  MERGE (actor)-[:ACTED_IN]->(film)`;
const OF_GENRE = `
  UNWIND $rows AS row
  MATCH (film:Film {filmID: row.film}), (category:Category {categoryID: row.category})
  MERGE (film)-[:OF_GENRE]->(category)`;
const RENTED = `
  UNWIND $rows AS row
  MATCH (customer:Customer {customerID: row.customer}), (film:Film {filmID: row.film})
  MERGE (customer)-[rented:RENTED]->(film)
  SET rented.firstAt = datetime({epochMillis: row.firstAt}), rented.lastAt = datetime({epochMillis: row.lastAt}),
    rented.times = row.times`;
const FANS = `
  UNWIND $rows AS row
  MATCH (customer:Customer {customerID: row.id})
  CALL (customer) {
    MATCH (customer)-[:RENTED]->(:Film)<-[:ACTED_IN]-(actor:Actor)
    WITH customer, actor, count(*) AS films WHERE films > 2
    MERGE (customer)-[:FAN_OF]->(actor)
  }`;

/**
 * Writes a whole store: constraints first, then nodes and relationships in batches, at last FAN_OF. Every
 * statement merges, so the same store written twice changes nothing, and a write that was cut off is completed
 * by the next one.
 * @param source what the store is, such as dvdrental; it names the import in the graph
 * @throws AppError BAD_USER_INPUT where the graph holds anything but this store; nothing is written then
 */
export async function writeStore(
  graph: Graph,
  store: Store,
  { source, progress }: { source: string; progress: Progress },
): Promise<void> {
  await requireRoomFor(graph, source);
  await progress('Creating constraints', () => createConstraints(graph));
  await graph.write(BEGIN, { source });
  const write = (what: string, cypher: string, rows: readonly object[]) =>
    progress(
      `Writing ${what}`,
      (report) => writeInBatches(graph, cypher, rows, report),
      () => `${rows.length}`,
    );
  await write('films', FILMS, store.films.map(toFilmRow));
  await write('actors', ACTORS, store.actors);
  await write('categories', CATEGORIES, store.categories);
  await write(
    'customers',
    CUSTOMERS,
    store.customers.map(({ id, firstName = null, lastName = null }) => ({ id, firstName, lastName })),
  );
  await write('ACTED_IN', ACTED_IN, store.actedIn);
  await write('OF_GENRE', OF_GENRE, store.ofGenre);
  const rented = mergeRentals(store.rentals);
  await write('RENTED', RENTED, rented.map(toRentedRow));
  await write(
    'FAN_OF',
    FANS,
    store.customers.map(({ id }) => ({ id })),
  );
  await graph.write(FINISH, { source });
}

async function requireRoomFor(graph: Graph, source: string): Promise<void> {
  const [filled, held] = await Promise.all([isFilled(graph), graph.read<{ source: string }>(HOLDS)]);
  if (!filled || held.some((row) => row.source === source)) return;
  const what = held[0]
    ? `the ${held[0].source} store`
    : 'films or customers that were not imported by reelgraph';
  throw new AppError(
    'BAD_USER_INPUT',
    `The graph holds ${what}, and ${source} would mix its ids with theirs. Import into an empty graph: another NEO4J_DATABASE, or another REELGRAPH_HOME.`,
  );
}

const toFilmRow = ({ releaseYear, length, ...film }: Store['films'][number]) => ({
  description: null,
  rating: null,
  rentalRate: null,
  language: null,
  ...film,
  releaseYear: releaseYear === undefined ? null : neo4j.int(releaseYear),
  length: length === undefined ? null : neo4j.int(length),
});

const toRentedRow = ({ firstAt, lastAt, times, ...ids }: MergedRental) => ({
  ...ids,
  firstAt: neo4j.int(firstAt),
  lastAt: neo4j.int(lastAt),
  times: neo4j.int(times),
});
