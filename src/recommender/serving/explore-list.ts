import type { Random } from '../../random';
import type { ScoredFilm } from '../films/top-films';

/** A film at its place of a list, and the chance with which this place showed it, given the places above. */
export interface ShownFilm extends ScoredFilm {
  readonly propensity: number;
}

/** How much of a list is random. */
export interface Exploration {
  /** The chance with which each place goes to a film drawn at random, 0 to 1. */
  readonly exploration: number;
  /** 1 for each film that qualifies, [films]. */
  readonly allowed: Uint8Array;
  /** The policy's scores, [films]. */
  readonly scores: Float32Array;
  readonly random: Random;
}

/**
 * Fills the places of a ranked list from the top: each shows the best film that is not shown yet, or, with the
 * chance `exploration` (ε), one drawn uniformly from the n − 1 other qualifying films that are not shown yet. So
 * the propensity of a place is 1 − ε for the policy's choice and ε / (n − 1) for a drawn film; 1 where one film is left.
 */
export function exploreList(ranked: readonly ScoredFilm[], options: Exploration): ShownFilm[] {
  const { exploration, scores, random } = options;
  if (exploration === 0) return ranked.map((scored) => ({ ...scored, propensity: 1 }));
  const left = options.allowed.slice();
  let count = left.reduce((sum, allowed) => sum + allowed, 0);
  const lowest = ranked.at(-1)?.score ?? 0;
  return ranked.map(() => {
    const best = ranked.find(({ film }) => left[film] === 1) as ScoredFilm;
    const explores = count > 1 && random.next() < exploration;
    const film = explores ? drawOther(left, best.film, random.integer(count - 1)) : best.film;
    const propensity = explores ? exploration / (count - 1) : count > 1 ? 1 - exploration : 1;
    left[film] = 0;
    count--;
    return { film, score: Number.isFinite(scores[film]) ? scores[film] : lowest, propensity };
  });
}

/** The film at a place, from 0, among those left without one. */
function drawOther(left: Uint8Array, without: number, place: number): number {
  let passed = -1;
  return left.findIndex((isLeft, film) => isLeft === 1 && film !== without && ++passed === place);
}
