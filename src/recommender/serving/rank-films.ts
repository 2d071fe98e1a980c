import type { FilmEmbedding } from '../films/film-catalogue';
import type { NearestFilms } from '../films/nearest-films';
import { type ScoredFilm, topFilms } from '../films/top-films';

/** Diversity chooses among this many times `first` films. */
const DIVERSITY_POOL = 10;

/** What a list depends on besides the scores. */
export interface RankOptions {
  /** Max number of films. */
  first: number;
  /** 1 for each film that qualifies, [films]. */
  allowed: Uint8Array;
  /** Between 0 (rank by score only) and 1 (rank by difference from the films above only). */
  diversity: number;
  /** The embedding that measures the similarity of two films. Without one, diversity has no effect. */
  embedding?: FilmEmbedding;
}

/**
 * Ranks films by one row of scores, [films]: the highest score first, ties by film number. Films that qualify but have
 * no score, such as those without an embedding, come last, with the lowest score of the list. With diversity the list
 * is built by maximal marginal relevance (Carbonell and Goldstein 1998): each place goes to the film with the highest
 * (1 − diversity) · relevance − diversity · (cosine to the most similar film above). Relevance is the score scaled to
 * 0..1 over the best 10 · `first` films.
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
    similarity: 0,
  }));
  const chosen: ScoredFilm[] = [];
  while (chosen.length < first && candidates.length > 0) {
    const gain = ({ relevance, similarity }: (typeof candidates)[number]) =>
      (1 - diversity) * relevance - diversity * similarity;
    const next = candidates.reduce((a, b) => (gain(b) > gain(a) ? b : a));
    candidates.splice(candidates.indexOf(next), 1);
    chosen.push(next.scored);
    const others = candidates.map(({ scored }) => scored.film);
    const cosines = nearest.scoresOf(nearest.vector(next.scored.film), others);
    candidates.forEach((candidate, i) => {
      const cosine = Math.max(cosines[i], -1);
      candidate.similarity = chosen.length === 1 ? cosine : Math.max(candidate.similarity, cosine);
    });
  }
  return chosen;
}
