/** Where a generator stands: four words of 32 bits. Plain numbers, fit for JSON. */
export type RandomState = readonly [number, number, number, number];

/** A seeded generator: the same seed gives the same numbers, everywhere. */
export interface Random {
  /** Uniform in [0, 1). */
  next(): number;
  /** Standard normal. */
  normal(): number;
  /** Uniform among 0 … n − 1, n ≤ 2³². */
  integer(n: number): number;
  /** Shuffles in place and gives the same array back. */
  shuffle<List extends { [index: number]: unknown; length: number }>(list: List): List;
  /** Where the generator stands. */
  save(): RandomState;
  /** Goes on from where a generator stood when it was saved. */
  restore(state: RandomState): void;
}

/** Draws from the standard Gumbel distribution. */
export const gumbel = (random: Pick<Random, 'next'>): number => -Math.log(-Math.log(1 - random.next()));

/**
 * A generator for a seed, an integer of which the lower 32 bits count:
 * xoshiro128++ (Blackman and Vigna, 2019), one step of 32 bits a number.
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
    // Box and Muller (1958). The second number of the pair is left, so that the state stays four words.
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

/** Spreads a seed over the state, as xoshiro's authors advise: near seeds give unlike streams, none is all zeros. */
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
