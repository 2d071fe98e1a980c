/** Where a film may stand in a policy's order: the first place, the second to fifth, and so on. */
export const RANK_BINS = [1, 5, 20, 100, Infinity] as const;

/** The bin of a rank, from 1. */
export const rankBin = (rank: number): number => RANK_BINS.findIndex((last) => rank <= last);

/** So many shown films count as if they had been rented at the rate of all, so that a bin with few says little. */
const PRIOR_FILMS = 10;

/**
 * A simple model of what is rented, [bins]: the rate at which logged films of each bin of ranks in the candidate's
 * order were rented, drawn towards the rate of all.
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
