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

/** What a film rented as the n-th counts in the average that it joins: 1 / (1 + d + … + dⁿ⁻¹). */
const share = (decay: number, rentals: number) => (1 - decay) / (1 - decay ** rentals);

/** Moves the state on by another rental, in place. O(1) in the length of the history. */
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
 * The weights dᵃᵍᵉ with which the films at the places of a window make the states there, times 1 − d,
 * [places · decays, places]: the states of all places are one matrix product with the film vectors. What is left
 * to do is `stateScales`.
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

/** What makes averages of the sums that `decayWeights` give, for states of that many rentals, [states, decays]. */
export function stateScales(rentals: Int32Array, decays: readonly number[]): Float32Array {
  const scales = new Float32Array(rentals.length * decays.length);
  rentals.forEach((count, state) => {
    decays.forEach((decay, at) => {
      scales[state * decays.length + at] = count === 0 ? 0 : 1 / (1 - decay ** count);
    });
  });
  return scales;
}
