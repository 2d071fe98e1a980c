import type { Graph } from '../../../src/graph/graph';
import type { Impression } from '../../../src/recommender/impressions/impression';
import { writeImpressions } from '../../../src/recommender/impressions/impression-repository';
import { DAY_MS, dayOf } from '../../../src/recommender/policies/visit';
import type { LoggedVisit } from '../../../src/recommender/policies/slate-q/visit-log';
import { recordRental } from '../../../src/recommender/rentals/record-rental';
import type { ObservedWorld } from '../../../src/recommender/simulation/run-world';

const NOON_MS = DAY_MS / 2;
const MINUTE_MS = 60_000;
/** Rentals that are recorded at the same time. */
const CONCURRENCY = 8;

/**
 * Writes a simulated store into an empty graph, as if its last day was yesterday: films, customers, lists, rentals and
 * ratings.
 */
export async function writeWorld(graph: Graph, { world, log }: ObservedWorld): Promise<void> {
  const { films, customers } = world;
  const rows = Array.from(films.category, (category, film) => ({
    id: String(film),
    category: String(category),
    actors: Array.from(films.actors[film], String),
  }));
  await graph.write(
    `UNWIND $films AS row
     MERGE (category:Category {categoryID: row.category}) ON CREATE SET category.Name = 'Category ' + row.category
     CREATE (film:Film {filmID: row.id, Title: 'Film ' + row.id})-[:OF_GENRE]->(category)
     WITH film, row UNWIND row.actors AS id
     MERGE (actor:Actor {actorID: id}) ON CREATE SET actor.firstName = 'Actor', actor.lastName = id
     CREATE (actor)-[:ACTED_IN]->(film)`,
    { films: rows },
  );
  await graph.write('UNWIND range(0, $last) AS id CREATE (:Customer {customerID: toString(id)})', {
    last: customers.length - 1,
  });

  const noonOf = noonsOf(world.day);
  const visits: LoggedVisit[] = [];
  log.forEach((visit) => visits.push(visit));
  const toList = (visit: LoggedVisit, index: number): Impression => ({
    id: `list ${index}`,
    customer: String(visit.customer),
    policy: 'EASE',
    version: 'rentals-0',
    servedAt: noonOf(visit.day),
    films: visit.list.map(String),
    scores: visit.list.map((_, place) => -place),
    propensities: visit.list.map(() => 1),
    exploration: 0,
    qualifying: films.count,
    given: [],
    plain: true,
  });
  await writeImpressions(
    graph,
    visits.map(toList).filter((list) => list.films.length > 0),
  );
  const rented = visits.flatMap((visit, index) => (visit.film < 0 ? [] : [{ visit, index }]));
  // Half of the clients do not name the list.
  const isAttributed = ({ visit, index }: (typeof rented)[number]) =>
    visit.list.length > 0 && index % 2 === 0;
  await graph.write(
    `UNWIND $rentals AS row
     MATCH (customer:Customer {customerID: row.customer}), (film:Film {filmID: row.film})
     CREATE (customer)-[:RENTED {firstAt: datetime({epochMillis: toInteger(row.at)}), times: 1}]->(film)`,
    {
      rentals: rented
        .filter((one) => !isAttributed(one))
        .map(({ visit: { customer, film, day } }) => ({
          customer: String(customer),
          film: String(film),
          at: noonOf(day) + MINUTE_MS,
        })),
    },
  );
  const rentals = rented.filter(isAttributed);
  const recordNext = async (): Promise<void> => {
    for (let next = rentals.pop(); next; next = rentals.pop()) {
      const { visit, index } = next;
      await recordRental(graph, {
        customer: String(visit.customer),
        film: String(visit.film),
        at: noonOf(visit.day) + MINUTE_MS,
        recommendationList: `list ${index}`,
        idempotencyKey: String(index),
      });
    }
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, recordNext));
  await graph.write(
    `UNWIND $ratings AS row
     MATCH (:Customer {customerID: row.customer})-[rented:RENTED]->(:Film {filmID: row.film})
     SET rented.rating = row.stars`,
    {
      ratings: visits.flatMap(({ customer, film, stars }) =>
        film < 0 ? [] : [{ customer: String(customer), film: String(film), stars }],
      ),
    },
  );
}

/** Noon of a day of a world that ended yesterday, in milliseconds since 1970. */
export const noonsOf =
  (days: number) =>
  (day: number): number =>
    (dayOf(Date.now()) - days + day) * DAY_MS + NOON_MS;
