import { AppError } from '../../app-error';
import type { Graph } from '../../graph/graph';
import { requireNumber } from '../../require-number';
import { filmNotFound } from '../films/film-repository';
import { type Rating, writeRating } from './rating-repository';
import { customerNotFound } from './rental-repository';

/** The highest rating that is accepted, for scales in percent. */
const MAX_RATING = 100;

/**
 * Stores a customer's rating of a film on the latest rental of that film. It replaces an earlier rating, so sending the
 * same rating again has no effect. The next training run learns from it.
 * @throws AppError BAD_USER_INPUT if the rating is not between 0 and 100, the customer did not rent the film, or the
 * mapping file names no property for ratings; NOT_FOUND for an unknown customer or film
 */
export async function recordRating(graph: Graph, rating: Rating): Promise<Rating> {
  requireNumber('rating', rating.rating, { min: 0, max: MAX_RATING });
  const { rating: property } = graph.model.mapping.rented;
  if (property === null) {
    throw new AppError(
      'BAD_USER_INPUT',
      'This graph stores no ratings. Name the property of the rating in the mapping file: rented.rating.',
    );
  }
  const { customer, film, rated } = await writeRating(graph, property, rating);
  if (!customer) throw customerNotFound(rating.customer);
  if (!film) throw filmNotFound(rating.film);
  if (rated > 0) return rating;
  throw new AppError(
    'BAD_USER_INPUT',
    `The customer ${JSON.stringify(rating.customer)} has not rented the film ${JSON.stringify(rating.film)}. Record the rental first: recordRental.`,
  );
}
