/** The state after a rental, [dimension]: mean(state, film), so that each later rental halves the weight of a film. */
export function nextState(state: Float32Array, film: Float32Array): Float32Array {
  return state.map((value, i) => (value + film[i]) / 2);
}
