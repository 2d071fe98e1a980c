import type { FilmEmbedding } from '../films/film-catalogue';
import type { NearestFilms } from '../films/nearest-films';
import { type ScoredFilm, type Scores, topFilms } from '../films/top-films';

/** Diversity chooses from a pool of this many times `first` films, limited to the larger of MAX_POOL and `first`. */
const DIVERSITY_POOL = 10;
const MAX_POOL = 300;

/** Options of a list. */
export interface RankOptions {
  /** Max number of films. */
  first: number;
  /** 1 for each film that qualifies, [films]. */
  allowed: Uint8Array;
  /** Between 0 (the most relevant films) and 1 (the least similar films). */
  diversity: number;
  /** The embedding that measures the similarity of two films. Without one, diversity has no effect. */
  embedding?: FilmEmbedding;
}

/**
 * Ranks films by one row of scores, [films]: the highest score first, ties by film number. Qualifying films without a
 * score, such as those without an embedding, come last, with the lowest score of the list. With diversity the list is
 * built by maximal marginal relevance (Carbonell and Goldstein 1998): each place goes to the film with the highest (1 −
 * λ) · relevance − λ · (cosine to the most similar film above). Relevance is the score scaled to 0..1 over the best 10
 * · `first` films (at most 300). λ is chosen so that the effect of diversity is even, see `diversify`.
 */
export function rankFilms(scores: Scores, options: RankOptions): ScoredFilm[] {
  return fillUp(rankScored(scores, options), scores, options);
}

function rankScored(scores: Scores, options: RankOptions): ScoredFilm[] {
  const { first, diversity, embedding, allowed } = options;
  if (diversity === 0 || !embedding) return topFilms(scores, first, allowed);
  const pool = Math.max(first, Math.min(first * DIVERSITY_POOL, MAX_POOL));
  return diversify(topFilms(scores, pool, allowed), first, diversity, embedding.nearest);
}

function fillUp(ranked: ScoredFilm[], scores: Scores, { first, allowed }: RankOptions): ScoredFilm[] {
  const lowest = ranked.reduce((least, { score }) => Math.min(least, score), ranked[0]?.score ?? 0);
  for (let film = 0; film < scores.length && ranked.length < first; film++) {
    if (allowed[film] === 1 && !(scores[film] > -Infinity)) ranked.push({ film, score: lowest });
  }
  return ranked;
}

/** Number of bisections of the interval of λ. */
const BISECTIONS = 7;

/**
 * Picks λ of maximal marginal relevance so that the mean similarity within the list is at the fraction `diversity`
 * between that of the plain ranking and that of λ = 1. With λ = diversity the list would hardly change at first and
 * then abruptly, because relevance and cosine have different scales.
 */
function diversify(
  pool: ScoredFilm[],
  first: number,
  diversity: number,
  nearest: NearestFilms,
): ScoredFilm[] {
  const similarity = createSimilarity(pool, nearest);
  const relevance = relevanceOf(pool);
  const listOf = (lambda: number) => marginalRelevance(relevance, similarity, first, lambda);
  const [plain, most] = [listOf(0), listOf(1)];
  const [from, to] = [plain, most].map((list) => meanSimilarity(list, similarity));
  const target = from + diversity * (to - from);
  let [low, high, list] = [0, 1, most];
  for (let step = 0; step < BISECTIONS; step++) {
    const lambda = (low + high) / 2;
    const candidate = listOf(lambda);
    if (meanSimilarity(candidate, similarity) > target) low = lambda;
    else [high, list] = [lambda, candidate];
  }
  return list.map((index) => pool[index]);
}

/** The similarity of one film of the pool to all films of the pool, by index. */
type SimilarityRow = (index: number) => ArrayLike<number>;

/** Computes the rows of the films in a list, each once. */
function createSimilarity(pool: readonly ScoredFilm[], nearest: NearestFilms): SimilarityRow {
  const films = pool.map(({ film }) => film);
  const rows = new Map<number, ArrayLike<number>>();
  return (index) => {
    const known = rows.get(index);
    if (known) return known;
    const row = nearest.scoresOf(nearest.vector(films[index]), films).map((cosine) => Math.max(cosine, -1));
    rows.set(index, row);
    return row;
  };
}

/** Scores scaled to 0..1 over the pool. */
function relevanceOf(pool: readonly ScoredFilm[]): number[] {
  const best = pool[0]?.score ?? 0;
  const range = best - (pool.at(-1)?.score ?? 0) || 1;
  return pool.map(({ score }) => 1 - (best - score) / range);
}

/** Each place shows the film with the highest (1 - λ) · relevance - λ · (similarity to the most similar film above). */
function marginalRelevance(
  relevance: readonly number[],
  similarity: SimilarityRow,
  first: number,
  lambda: number,
): number[] {
  const chosen: number[] = [];
  const left = new Set(relevance.keys());
  const highest = relevance.map(() => 0);
  while (chosen.length < first && left.size > 0) {
    const gain = (index: number) => (1 - lambda) * relevance[index] - lambda * highest[index];
    let next = -1;
    for (const index of left) if (next < 0 || gain(index) > gain(next)) next = index;
    left.delete(next);
    const row = similarity(next);
    for (const index of left) {
      highest[index] = chosen.length === 0 ? row[index] : Math.max(highest[index], row[index]);
    }
    chosen.push(next);
  }
  return chosen;
}

/** The mean over pairs of films of a list; 0 for fewer than two films. */
function meanSimilarity(list: readonly number[], similarity: SimilarityRow): number {
  let [sum, pairs] = [0, 0];
  list.forEach((film, place) => {
    const row = similarity(film);
    for (let above = 0; above < place; above++) sum += row[list[above]];
    pairs += place;
  });
  return pairs === 0 ? 0 : sum / pairs;
}
