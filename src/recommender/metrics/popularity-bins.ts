/** Upper bounds of bins of films by their rentals in training: never rented, 1 to 5, 6 to 20, 21 to 100, more. */
export const POPULARITY_BINS = [0, 5, 20, 100, Infinity] as const;

/** Counts by bin of popularity, [bins] each. */
export interface PopularityCounts {
  /** Test rentals. */
  readonly rentals: Float64Array;
  /** Number of test rentals among the first k films. */
  readonly hits: Float64Array;
  /** Sum of the relative ranks of the test rentals: 0 is the first of all ranked films, 1 the last. */
  readonly ranks: Float64Array;
  /** Number of places in lists. */
  readonly places: Float64Array;
}

/** How a policy ranks films of one bin. */
export interface PopularityMetrics {
  /** The max number of training rentals of a film in the bin; null for the last bin. */
  readonly maxRentals: number | null;
  readonly testRentals: number;
  /** The share of the bin's test rentals that are among the first k films. */
  readonly recall: number;
  /** Mean relative rank of the bin's test rentals: 0 is first, 1 is last. */
  readonly meanRank: number;
  /** The share of all places of lists that show films of the bin. */
  readonly shown: number;
}

/** Returns the bin of a film with this many rentals in training. */
export const popularityBin = (rentals: number): number => POPULARITY_BINS.findIndex((max) => rentals <= max);

/**
 * Counts one test case.
 * @param scores [films]
 * @param list the first k films
 * @param rentals rentals of each film in training, [films]
 */
export function countByPopularity(
  scores: Float32Array,
  profile: Int32Array,
  test: Int32Array,
  list: readonly number[],
  rentals: ArrayLike<number>,
): PopularityCounts {
  const counts = emptyCounts();
  const shown = new Set(list);
  const relativeRank = createRanks(scores, profile);
  for (const film of list) counts.places[popularityBin(rentals[film])]++;
  for (const film of test) {
    const bin = popularityBin(rentals[film]);
    counts.rentals[bin]++;
    if (shown.has(film)) counts.hits[bin]++;
    counts.ranks[bin] += relativeRank(film);
  }
  return counts;
}

/** Sums the counts of test cases. */
export function summarizePopularity(cases: readonly PopularityCounts[]): PopularityMetrics[] {
  const total = emptyCounts();
  for (const counts of cases) {
    for (const name of Object.keys(total) as (keyof PopularityCounts)[]) {
      counts[name].forEach((value, bin) => (total[name][bin] += value));
    }
  }
  const places = total.places.reduce((sum, count) => sum + count, 0);
  return POPULARITY_BINS.map((max, bin) => ({
    maxRentals: Number.isFinite(max) ? max : null,
    testRentals: total.rentals[bin],
    recall: total.hits[bin] / Math.max(total.rentals[bin], 1),
    meanRank: total.ranks[bin] / Math.max(total.rentals[bin], 1),
    shown: total.places[bin] / Math.max(places, 1),
  }));
}

function emptyCounts(): PopularityCounts {
  const zeros = () => new Float64Array(POPULARITY_BINS.length);
  return { rentals: zeros(), hits: zeros(), ranks: zeros(), places: zeros() };
}

/**
 * Returns a function that ranks a film among those that are not in the profile. Ties count half, so a policy with equal
 * scores for all films ranks them at 0.5. Scores are sorted only once.
 */
function createRanks(scores: Float32Array, profile: Int32Array): (film: number) => number {
  const rented = new Uint8Array(scores.length);
  for (const film of profile) rented[film] = 1;
  const known = (score: number) => (score > -Infinity ? score : -Infinity);
  const sorted = scores.filter((_, film) => rented[film] === 0).map(known).sort(); // prettier-ignore
  return (film) => {
    const own = known(scores[film]);
    const [below, notAbove] = [
      lowerBound(sorted, (score) => score < own),
      lowerBound(sorted, (score) => score <= own),
    ];
    const isRanked = rented[film] === 0;
    const ties = notAbove - below - Number(isRanked);
    const others = sorted.length - Number(isRanked);
    return (sorted.length - notAbove + ties / 2) / Math.max(others, 1);
  };
}

/** Counts the leading scores, in ascending order, for which a condition holds. */
function lowerBound(sorted: Float32Array, holds: (score: number) => boolean): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(sorted[middle])) low = middle + 1;
    else high = middle;
  }
  return low;
}
