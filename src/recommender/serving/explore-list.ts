import type { Random } from '../../random';
import type { ScoredFilm, Scores } from '../films/top-films';

/** A film in a list, and the probability that its place shows it, given the places above. */
export interface ShownFilm extends ScoredFilm {
  readonly propensity: number;
}

/** Options of exploration. */
export interface Exploration {
  /** The probability that a place shows a random film, between 0 and 1. */
  readonly exploration: number;
  /** 1 for each film that qualifies, [films]. */
  readonly allowed: Uint8Array;
  /** The policy's scores, [films]. */
  readonly scores: Scores;
  readonly random: Random;
}

/**
 * Fills the places of a list from the top. A place shows the best remaining film or, with probability `exploration`
 * (ε), one of the n − 1 other remaining films, drawn uniformly. The propensity of a place is therefore 1 − ε for the
 * policy's choice and ε / (n − 1) for a drawn film; 1 if only one film remains.
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

/** Returns the film at a position, from 0, among the remaining films. */
function drawOther(left: Uint8Array, without: number, place: number): number {
  let passed = -1;
  return left.findIndex((isLeft, film) => isLeft === 1 && film !== without && ++passed === place);
}
