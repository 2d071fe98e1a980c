/** Bins of a film's rank in a policy's order: first, second to fifth, and so on. Upper bounds. */
export const RANK_BINS = [1, 5, 20, 100, Infinity] as const;

/** The bin of a rank, from 1. */
export const rankBin = (rank: number): number => RANK_BINS.findIndex((last) => rank <= last);

/** Pseudo-counts at the overall rate, which keep the rate of a bin with few films near it. */
const PRIOR_FILMS = 10;

/**
 * A simple reward model, [bins]: the rental rate of logged films by the bin of their rank in the candidate's order,
 * shrunk towards the overall rate.
 */
export function fitRewardRates(choices: readonly { rank: number; reward: number }[]): Float64Array {
  const shown = new Float64Array(RANK_BINS.length);
  const rented = new Float64Array(RANK_BINS.length);
  let all = 0;
  for (const { rank, reward } of choices) {
    shown[rank] += 1;
    rented[rank] += reward;
    all += reward;
  }
  const rate = all / Math.max(choices.length, 1);
  return rented.map((count, bin) => (count + PRIOR_FILMS * rate) / (shown[bin] + PRIOR_FILMS));
}
