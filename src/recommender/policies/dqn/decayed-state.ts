/**
 * A customer's state: for each decay d the average Σ dᵃᵍᵉ e(film) / Σ dᵃᵍᵉ over the films rented so far, concatenated,
 * [decays · dimension]. All zeros before the first rental.
 */
export interface DecayedState {
  readonly averages: Float32Array;
  /** Rentals so far. */
  rentals: number;
}

export const emptyState = (dimension: number, decays: readonly number[]): DecayedState => ({
  averages: new Float32Array(decays.length * dimension),
  rentals: 0,
});

/** The weight of the n-th film in the average when it is added: 1 / (1 + d + … + dⁿ⁻¹). */
const share = (decay: number, rentals: number) => (1 - decay) / (1 - decay ** rentals);

/** Adds a rental to the state, in place. O(1) in the length of the history. */
export function rent(state: DecayedState, film: Float32Array, decays: readonly number[]): void {
  const dimension = film.length;
  state.rentals++;
  decays.forEach((decay, at) => {
    const weight = share(decay, state.rentals);
    for (let i = 0; i < dimension; i++) {
      const place = at * dimension + i;
      state.averages[place] += weight * (film[i] - state.averages[place]);
    }
  });
}

/** The shape of film vectors in rows, [rows, places, dimension]. */
export interface PlacedVectors {
  readonly rows: number;
  readonly places: number;
  readonly dimension: number;
}

/**
 * The sums (1 − d) Σ dᵃᵍᵉ e of the film vectors up to each place of a row, up to the factors of `stateScales`. Each
 * place is computed from the previous one.
 * @param vectors [rows, places, dimension]
 * @returns [rows, places, decays, dimension]
 */
export function decayedSums(
  vectors: Float32Array,
  { rows, places, dimension }: PlacedVectors,
  decays: readonly number[],
): Float32Array {
  const width = decays.length * dimension;
  const sums = new Float32Array(rows * places * width);
  for (let place = 0; place < rows * places; place++) {
    const isFirst = place % places === 0;
    for (let k = 0; k < decays.length; k++) {
      const [decay, share] = [decays[k], 1 - decays[k]];
      const to = place * width + k * dimension;
      for (let i = 0; i < dimension; i++) {
        const before = isFirst ? 0 : sums[to - width + i];
        sums[to + i] = decay * before + share * vectors[place * dimension + i];
      }
    }
  }
  return sums;
}

/**
 * The gradient of `decayedSums` with respect to the vectors, from the gradient with respect to the sums. Each place is
 * computed from the next one.
 */
export function decayedSumsGradient(
  gradient: Float32Array,
  { rows, places, dimension }: PlacedVectors,
  decays: readonly number[],
): Float32Array {
  const width = decays.length * dimension;
  const result = new Float32Array(rows * places * dimension);
  const later = new Float32Array(width);
  for (let place = rows * places - 1; place >= 0; place--) {
    if (place % places === places - 1) later.fill(0);
    for (let k = 0; k < decays.length; k++) {
      const [decay, share] = [decays[k], 1 - decays[k]];
      const from = k * dimension;
      for (let i = 0; i < dimension; i++) {
        later[from + i] = decay * later[from + i] + gradient[place * width + from + i];
        result[place * dimension + i] += share * later[from + i];
      }
    }
  }
  return result;
}

/** Factors that turn the sums of `decayedSums` into averages, by the rentals of each state, [states, decays]. */
export function stateScales(rentals: Int32Array, decays: readonly number[]): Float32Array {
  const scales = new Float32Array(rentals.length * decays.length);
  rentals.forEach((count, state) => {
    decays.forEach((decay, at) => {
      scales[state * decays.length + at] = count === 0 ? 0 : 1 / (1 - decay ** count);
    });
  });
  return scales;
}
