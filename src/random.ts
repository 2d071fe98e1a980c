/** The state of a generator: four 32-bit words as plain numbers, which JSON can represent. */
export type RandomState = readonly [number, number, number, number];

/** A seeded random number generator. The same seed gives the same numbers on every machine. */
export interface Random {
  /** Uniform in [0, 1). */
  next(): number;
  /** Standard normal. */
  normal(): number;
  /** Uniform among 0 … n − 1, n ≤ 2³². */
  integer(n: number): number;
  /** Shuffles in place and returns the same array. */
  shuffle<List extends { [index: number]: unknown; length: number }>(list: List): List;
  /** Returns the state, to restore it later. */
  save(): RandomState;
  /** Restores a saved state. */
  restore(state: RandomState): void;
}

/** Draws from the standard Gumbel distribution. */
export const gumbel = (random: Pick<Random, 'next'>): number => -Math.log(-Math.log(1 - random.next()));

/**
 * Creates a generator from a seed, of which the lower 32 bits are used: xoshiro128++ (Blackman and Vigna, 2019), with
 * one 32-bit step per number.
 */
export function createRandom(seed: number): Random {
  let [a, b, c, d] = splitMix32(seed);
  const bits = (): number => {
    const sum = (a + d) | 0;
    const result = (((sum << 7) | (sum >>> 25)) + a) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = (d << 11) | (d >>> 21);
    return result;
  };
  const next = () => bits() / 2 ** 32;
  const integer = (n: number) => Math.floor(next() * n);
  return {
    next,
    integer,
    // Box and Muller (1958). The second number of the pair is discarded, so that four words are the whole state.
    normal: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
    shuffle: (list) => {
      for (let last = list.length - 1; last > 0; last--) {
        const other = integer(last + 1);
        [list[last], list[other]] = [list[other], list[last]];
      }
      return list;
    },
    save: () => [a >>> 0, b >>> 0, c >>> 0, d >>> 0],
    restore: (state) => {
      [a, b, c, d] = state;
    },
  };
}

/**
 * Expands a seed to a state, as recommended by xoshiro's authors: similar seeds give unrelated sequences, and no state
 * is all zeros.
 */
function splitMix32(seed: number): RandomState {
  let at = seed | 0;
  const word = () => {
    at = (at + 0x9e3779b9) | 0;
    let mixed = Math.imul(at ^ (at >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return (mixed ^ (mixed >>> 15)) >>> 0;
  };
  return [word(), word(), word(), word()];
}
