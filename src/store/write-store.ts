import neo4j from 'neo4j-driver';
import { AppError } from '../app-error';
import { createConstraints } from '../graph/constraints';
import { moveFilmVersion } from '../graph/film-version';
import type { Graph } from '../graph/graph';
import type { Progress } from '../progress';
import { deleteImportedStore } from './delete-imported-store';
import { beginImport, finishImport } from './import-log';
import { RentalTable } from './rental-table';
import type { Store } from './store';
import { storeContent } from './store-content';
import { writeInBatches } from './write-in-batches';
import { writeRentals } from './write-rentals';

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
const FANS = `
  UNWIND $rows AS row
  MATCH (customer:Customer {customerID: row.id})
  CALL (customer) {
    MATCH (customer)-[:RENTED]->(:Film)<-[:ACTED_IN]-(actor:Actor)
    WITH customer, actor, count(*) AS films WHERE films > 2
    MERGE (customer)-[:FAN_OF]->(actor)
  }`;

interface WriteOptions {
  /** The name of the store for messages, such as "dvdrental". */
  readonly source: string;
  /** Ratings below this become RATED instead of RENTED. Default: all ratings are rentals. */
  readonly minRating?: number;
  /** Whether to delete another store that the graph contains. Default: false. */
  readonly replace?: boolean;
  readonly progress: Progress;
}

/**
 * Writes a store in batches: constraints, nodes, relationships, and finally FAN_OF. Writing the same store twice has no
 * effect. An interrupted import is completed by the next one.
 * @throws AppError BAD_USER_INPUT if the graph contains anything but this store, before anything is written
 */
export async function writeStore(
  graph: Graph,
  store: Store,
  { source, minRating, replace = false, progress }: WriteOptions,
): Promise<void> {
  const rentals = RentalTable.from(store.rentals);
  const content = storeContent({ ...store, rentals });
  const options = { content, minRating: minRating ?? null };
  const from = await beginImport(
    graph,
    { source, ...options },
    replace ? () => deleteImportedStore(graph, progress) : undefined,
  );
  await progress('Creating constraints', () => requireConstraints(graph));
  const write = (name: string, cypher: string, rows: readonly object[]) =>
    progress(
      `Writing ${name}`,
      (report) => writeInBatches(graph, cypher, rows, report),
      () => `${rows.length}`,
    );
  await write('films', FILMS, store.films.map(toFilmRow));
  await write('actors', ACTORS, store.actors);
  await write('categories', CATEGORIES, store.categories);
  await write('customers', CUSTOMERS, store.customers.map(toCustomerRow));
  await write('ACTED_IN', ACTED_IN, store.actedIn);
  await write('OF_GENRE', OF_GENRE, store.ofGenre);
  await progress(
    'Writing RENTED',
    (report) => writeRentals(graph, rentals, { ...options, from }, report),
    () => `${rentals.length} rentals${from > 0 ? `, continued after ${from} customers` : ''}`,
  );
  if (store.actedIn.length > 0) {
    await write(
      'FAN_OF',
      FANS,
      store.customers.map(({ id }) => ({ id })),
    );
  }
  await moveFilmVersion(graph);
  await finishImport(graph, content);
}

async function requireConstraints(graph: Graph): Promise<void> {
  const refused = await createConstraints(graph);
  if (refused.length === 0) return;
  throw new AppError(
    'BAD_USER_INPUT',
    `Nodes of the graph share an id, so ${refused.join(', ')} cannot be made unique. Run reelgraph doctor, or import into an empty graph.`,
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

const toCustomerRow = ({
  id,
  firstName = null,
  lastName = null,
}: {
  id: string;
  firstName?: string | null;
  lastName?: string | null;
}) => ({ id, firstName, lastName });
