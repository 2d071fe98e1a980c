import type { FilmWhere, Policy } from '../api/operations.generated';
import { toPolicy } from '../policies/policies';
import type { UrlState } from '../url/use-url-state';

/** What is asked of the recommendations, as the address holds it. */
export interface Wishes {
  policy: Policy | undefined;
  /** Ids of films that are imagined to be rented too. */
  imagine: string[];
  category: string | undefined;
  from: number | undefined;
  to: number | undefined;
  actor: string | undefined;
  /** 0 to 1. */
  diversity: number;
}

/** Reads the wishes from the address; what makes no sense there counts as not said. */
export const readWishes = (url: UrlState): Wishes => ({
  policy: toPolicy(url.get('policy')),
  imagine: url.list('imagine'),
  category: url.get('category'),
  from: toYear(url.get('from')),
  to: toYear(url.get('to')),
  actor: url.get('actor'),
  diversity: Math.min(Math.max(Number(url.get('diversity') ?? 0) || 0, 0), 1),
});

const toYear = (text: string | undefined) => (/^\d{4}$/.test(text ?? '') ? Number(text) : undefined);

/** The wishes as the API's filter; undefined where every film qualifies. */
export function toWhere({ category, from, to, actor }: Wishes): FilmWhere | undefined {
  const where: FilmWhere = {};
  if (category) where.categories = { some: { name: { eq: category } } };
  if (actor) where.actors = { some: { actorId: { eq: actor } } };
  if (from ?? to) where.releaseYear = { ...(from && { gte: from }), ...(to && { lte: to }) };
  return Object.keys(where).length > 0 ? where : undefined;
}
