import type { Policy } from '../policy';
import type { WideName, WidePart } from './wide-part';

/** Weights ≥ 0 of the standardized scores of the network (deep) and of the linear models. */
export type BlendWeights = Readonly<Partial<Record<WideName, number>> & { deep: number }>;

/** The rentals and ratings of films when the policy was trained. */
export interface FilmFacts {
  /** Rentals of each film, [films]. */
  readonly rentals: Float32Array;
  /** Smoothed mean gain of each film, [films]; undefined without ratings. */
  readonly gains?: Float32Array;
}

/** The parts of a blended policy. */
export interface BlendParts {
  readonly deep: Policy;
  readonly wide?: WidePart;
  readonly weights: BlendWeights;
  readonly facts: FilmFacts;
  /** The parameter a of the popularity prior. */
  readonly popularityPrior: number;
}

/**
 * Q for ranking: z(w₀ z(deep) + Σ wₖ z(wideₖ) [+ log gain]) + a / (1 + n)² · z(log(1 + rentals)).
 * z standardizes a row over the films that the customer has not rented. The blend is a logit of the next rental, so
 * adding the logarithm of the mean gain ranks by expected gain. The prior of a profile of n rentals fades quickly.
 */
export function createBlendedPolicy(parts: BlendParts): Policy {
  const { deep, facts, popularityPrior } = parts;
  const popularity = facts.rentals.map((count) => Math.log(1 + count));
  const logGains = facts.gains?.map((gain) => Math.log(gain));
  const score = (history: Int32Array): Float32Array => {
    const unrented = unrentedFilms(history, popularity.length);
    const sum = weigh(parts, standardizedParts(parts, history, unrented));
    if (logGains) sum.forEach((value, film) => (sum[film] = value + logGains[film]));
    const prior = standardize(popularity, unrented);
    const share = popularityPrior / (1 + history.length) ** 2;
    return standardize(sum, unrented).map((value, film) => value + share * prior[film]);
  };
  return { name: deep.name, score: (histories) => histories.map(score) };
}

/** Standardized scores of the network and of each linear model, [1 + models][films]. */
export function standardizedParts(
  { deep, wide }: Pick<BlendParts, 'deep' | 'wide'>,
  history: Int32Array,
  unrented: Uint8Array,
): Float32Array[] {
  const [values] = deep.score([history]);
  const known = wide && unrented.map((isUnrented, film) => isUnrented & wide.known[film]);
  return [
    standardize(values, unrented),
    ...(wide?.models ?? []).map((model) => {
      const scores = standardize(model.score(history), known as Uint8Array);
      wide?.known.forEach((isKnown, film) => isKnown || (scores[film] = 0));
      return scores;
    }),
  ];
}

/** The names of the parts in the order of `standardizedParts`. */
export const partNames = (wide?: WidePart): (keyof BlendWeights)[] => [
  'deep',
  ...(wide?.models ?? []).map(({ name }) => name),
];

/** 1 for each film that is not in the history, [films]. */
export function unrentedFilms(history: Int32Array, filmCount: number): Uint8Array {
  const unrented = new Uint8Array(filmCount).fill(1);
  for (const film of history) unrented[film] = 0;
  return unrented;
}

/**
 * Subtracts the mean and divides by the standard deviation of the counted films; all zeros if their values are equal.
 * @param counted 1 for each counted film, [films]
 */
export function standardize(values: Float32Array, counted: Uint8Array): Float32Array {
  let [count, sum] = [0, 0];
  for (let film = 0; film < values.length; film++) {
    if (counted[film] === 0) continue;
    count++;
    sum += values[film];
  }
  const mean = sum / Math.max(count, 1);
  let squares = 0;
  for (let film = 0; film < values.length; film++) {
    if (counted[film] === 1) squares += (values[film] - mean) ** 2;
  }
  const deviation = Math.sqrt(squares / Math.max(count, 1));
  const scale = deviation > 1e-12 ? 1 / deviation : 0;
  return values.map((value) => (value - mean) * scale);
}

function weigh({ wide, weights }: BlendParts, parts: readonly Float32Array[]): Float32Array {
  const sum = new Float32Array(parts[0].length);
  partNames(wide).forEach((name, part) => {
    const weight = weights[name] ?? 0;
    if (weight === 0) return;
    for (let film = 0; film < sum.length; film++) sum[film] += weight * parts[part][film];
  });
  return sum;
}
