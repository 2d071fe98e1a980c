/**
 * A customer's state: for each decay d the average Σ dᵃᵍᵉ e(film) / Σ dᵃᵍᵉ over the films rented so far,
 * concatenated, [decays · dimension]. Before the first rental it is all zeros.
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

/**
 * The weights (1 − d) dᵃᵍᵉ of the films of a window in the state at each place, [places · decays, places]. One matrix
 * product with the film vectors gives the states of all places, up to the factors of `stateScales`.
 */
export function decayWeights(places: number, decays: readonly number[]): Float32Array {
  const weights = new Float32Array(places * decays.length * places);
  for (let place = 0; place < places; place++) {
    decays.forEach((decay, at) => {
      const row = (place * decays.length + at) * places;
      for (let from = 0; from <= place; from++) weights[row + from] = (1 - decay) * decay ** (place - from);
    });
  }
  return weights;
}

/** Factors that turn the sums of `decayWeights` into averages, by the rentals of each state, [states, decays]. */
export function stateScales(rentals: Int32Array, decays: readonly number[]): Float32Array {
  const scales = new Float32Array(rentals.length * decays.length);
  rentals.forEach((count, state) => {
    decays.forEach((decay, at) => {
      scales[state * decays.length + at] = count === 0 ? 0 : 1 / (1 - decay ** count);
    });
  });
  return scales;
}
