import type { Graph } from './graph';

/** Ids are unique, and what the API looks up by is indexed. */
const STATEMENTS = [
  'CREATE CONSTRAINT film_id IF NOT EXISTS FOR (film:Film) REQUIRE film.filmID IS UNIQUE',
  'CREATE CONSTRAINT actor_id IF NOT EXISTS FOR (actor:Actor) REQUIRE actor.actorID IS UNIQUE',
  'CREATE CONSTRAINT category_id IF NOT EXISTS FOR (category:Category) REQUIRE category.categoryID IS UNIQUE',
  'CREATE CONSTRAINT customer_id IF NOT EXISTS FOR (customer:Customer) REQUIRE customer.customerID IS UNIQUE',
  'CREATE INDEX film_title IF NOT EXISTS FOR (film:Film) ON (film.Title)',
  'CREATE INDEX customer_name IF NOT EXISTS FOR (customer:Customer) ON (customer.lastName, customer.firstName)',
];

/** Creates constraints and indexes that are not there yet, and waits until they are in force. */
export async function createConstraints(graph: Graph): Promise<void> {
  for (const statement of STATEMENTS) await graph.run(statement);
  await graph.run('CALL db.awaitIndexes(300)');
}
