import type { LoggedList } from '../impressions/logged-list';
import { RANK_BINS, rankBin } from './reward-rates';

/** One place of a logged list, from the perspective of a candidate policy. */
export interface Choice {
  readonly customer: string;
  /** The candidate's probability of showing the film, divided by the logged propensity. */
  readonly weight: number;
  /** 1 if the film was rented. */
  readonly reward: number;
  /** The bin of the film's rank in the candidate's order of the remaining films. */
  readonly rank: number;
  /** The candidate's probability of showing a film of each bin, [bins]. */
  readonly chances: Float64Array;
}

/**
 * Describes the places of a list that was drawn from the films the customer had not rented.
 * @param scores the candidate's scores for the history of the list, [films]; films without a score are ranked last
 */
export function describeChoices(list: LoggedList, scores: Float32Array, exploration: number): Choice[] {
  const left = new Uint8Array(scores.length).fill(1);
  for (const film of list.history) left[film] = 0;
  let count = left.reduce((sum, isLeft) => sum + isLeft, 0);
  return Array.from(list.films, (film, place) => {
    const rank = rankOf(film, scores, left);
    const other = count > 1 ? exploration / (count - 1) : 0;
    const best = count > 1 ? 1 - exploration : 1;
    const chances = chancesOfBins(count, best, other);
    left[film] = 0;
    count--;
    return {
      customer: list.customer,
      weight: (rank === 1 ? best : other) / list.propensities[place],
      reward: list.rented[place],
      rank: rankBin(rank),
      chances,
    };
  });
}

/** The film's rank, from 1, among the remaining films: higher scores first, ties by film number. */
function rankOf(film: number, scores: Float32Array, left: Uint8Array): number {
  const known = (score: number) => (score > -Infinity ? score : -Infinity);
  const own = known(scores[film]);
  let rank = 1;
  for (let other = 0; other < scores.length; other++) {
    if (left[other] === 0 || other === film) continue;
    const score = known(scores[other]);
    if (score > own || (score === own && other < film)) rank++;
  }
  return rank;
}

/** The first bin contains the best film. The probability of each other bin is the sum over its films. */
function chancesOfBins(count: number, best: number, other: number): Float64Array {
  return Float64Array.from(RANK_BINS, (last, bin) => {
    if (bin === 0) return best;
    const films = Math.min(last, count) - Math.min(RANK_BINS[bin - 1], count);
    return films * other;
  });
}
