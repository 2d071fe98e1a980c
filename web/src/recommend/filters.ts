import type { FilmWhere, Policy } from '../api/operations.generated';
import { toPolicy } from '../policies/policies';
import type { UrlState } from '../url/use-url-state';

/** The options of the recommendations, as stored in the URL. */
export interface Filters {
  policy: Policy | undefined;
  /** Ids of hypothetical rentals. */
  imagine: string[];
  category: string | undefined;
  from: number | undefined;
  to: number | undefined;
  actor: string | undefined;
  /** Between 0 and 1. */
  diversity: number;
}

/** Reads the filters from the URL. Invalid values are ignored. */
export const readFilters = (url: UrlState): Filters => ({
  policy: toPolicy(url.get('policy')),
  imagine: url.list('imagine'),
  category: url.get('category'),
  from: toYear(url.get('from')),
  to: toYear(url.get('to')),
  actor: url.get('actor'),
  diversity: Math.min(Math.max(Number(url.get('diversity') ?? 0) || 0, 0), 1),
});

const toYear = (text: string | undefined) => (/^\d{4}$/.test(text ?? '') ? Number(text) : undefined);

/** Converts the filters to the API's FilmWhere; undefined if no filter is set. */
export function toWhere({ category, from, to, actor }: Filters): FilmWhere | undefined {
  const where: FilmWhere = {};
  if (category) where.categories = { some: { name: { eq: category } } };
  if (actor) where.actors = { some: { actorId: { eq: actor } } };
  if (from ?? to) where.releaseYear = { ...(from && { gte: from }), ...(to && { lte: to }) };
  return Object.keys(where).length > 0 ? where : undefined;
}
