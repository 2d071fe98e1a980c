import type { FilmEmbedding } from '../films/film-catalogue';
import { type NearestFilms, type ScoredFilm, topFilms } from '../films/nearest-films';

/** How many times `first` films are weighed against each other for diversity. */
const DIVERSITY_POOL = 10;

/** What shapes a list beside the scores. */
export interface RankOptions {
  /** How many films at the most. */
  first: number;
  /** 1 for each film that qualifies, [films]. */
  allowed: Uint8Array;
  /** 0 ranks by score alone, 1 by difference from the films above alone. */
  diversity: number;
  /** The embedding that says how alike two films are; without one diversity has no effect. */
  embedding?: FilmEmbedding;
}

/**
 * The best films of one row of scores, [films]: the highest score first, ties by film number. Films that qualify
 * but have no score, such as those without an embedding, come last, with the lowest score of the list. With diversity
 * the list is built by maximal marginal relevance (Carbonell and Goldstein 1998): each place goes to the film
 * with the highest (1 - diversity) · relevance - diversity · (cosine to the most alike film above), where
 * relevance is the score scaled to 0..1 over the ten times `first` best films.
 */
export function rankFilms(scores: Float32Array, options: RankOptions): ScoredFilm[] {
  return fillUp(rankScored(scores, options), scores, options);
}

function rankScored(scores: Float32Array, options: RankOptions): ScoredFilm[] {
  const { first, diversity, embedding, allowed } = options;
  if (diversity === 0 || !embedding) return topFilms(scores, first, allowed);
  return diversify(topFilms(scores, first * DIVERSITY_POOL, allowed), first, diversity, embedding.nearest);
}

function fillUp(ranked: ScoredFilm[], scores: Float32Array, { first, allowed }: RankOptions): ScoredFilm[] {
  const lowest = ranked.reduce((least, { score }) => Math.min(least, score), ranked[0]?.score ?? 0);
  for (let film = 0; film < scores.length && ranked.length < first; film++) {
    if (allowed[film] === 1 && !(scores[film] > -Infinity)) ranked.push({ film, score: lowest });
  }
  return ranked;
}

function diversify(
  pool: ScoredFilm[],
  first: number,
  diversity: number,
  nearest: NearestFilms,
): ScoredFilm[] {
  const best = pool[0]?.score ?? 0;
  const range = best - (pool.at(-1)?.score ?? 0) || 1;
  const candidates = pool.map((scored) => ({
    scored,
    relevance: 1 - (best - scored.score) / range,
    likeness: 0,
  }));
  const chosen: ScoredFilm[] = [];
  while (chosen.length < first && candidates.length > 0) {
    const gain = ({ relevance, likeness }: (typeof candidates)[number]) =>
      (1 - diversity) * relevance - diversity * likeness;
    const next = candidates.reduce((a, b) => (gain(b) > gain(a) ? b : a));
    candidates.splice(candidates.indexOf(next), 1);
    chosen.push(next.scored);
    const likeness = nearest.scores(nearest.vector(next.scored.film));
    for (const candidate of candidates) {
      const cosine = Math.max(likeness[candidate.scored.film], -1);
      candidate.likeness = chosen.length === 1 ? cosine : Math.max(candidate.likeness, cosine);
    }
  }
  return chosen;
}
