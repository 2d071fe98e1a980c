/** What a customer is like, [dimension], after renting a film: mean(state, film), so each rental counts half. */
export function nextState(state: Float32Array, film: Float32Array): Float32Array {
  return state.map((value, i) => (value + film[i]) / 2);
}
