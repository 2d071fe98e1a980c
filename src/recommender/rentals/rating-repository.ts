import type { Graph } from '../../graph/graph';
import { escapeName } from '../../graph/graph-model';

/** A customer's rating of a film, in the units of the graph. */
export interface Rating {
  readonly customer: string;
  readonly film: string;
  readonly rating: number;
}

/** The nodes of a rating that exist, and how many relationships were rated: 0 or 1. */
export interface WrittenRating {
  readonly customer: boolean;
  readonly film: boolean;
  readonly rated: number;
}

/**
 * Rates the customer's latest rental of a film, also one whose earlier rating is too low to count as a rental.
 * @param property the property of the relationship that holds the rating
 */
export async function writeRating(graph: Graph, property: string, rating: Rating): Promise<WrittenRating> {
  const { customer, film, rented } = graph.model;
  const statement = `
    OPTIONAL MATCH (customer${customer.named('$customer')})
    OPTIONAL MATCH (film${film.named('$film')})
    WITH customer, film LIMIT 1
    CALL (customer, film) {
      MATCH (customer)-[rented:${rented.type}]->(film)
      WITH rented ORDER BY coalesce(${rented.lastAt('rented')}, datetime({epochMillis: 0})) DESC LIMIT 1
      SET rented.${escapeName(property)} = $rating
      RETURN count(rented) AS rated
    }
    RETURN customer IS NOT NULL AS customer, film IS NOT NULL AS film, rated`;
  return (await graph.write<WrittenRating>(statement, { ...rating }))[0];
}
