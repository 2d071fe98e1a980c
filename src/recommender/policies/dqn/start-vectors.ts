import type { Random } from '../../../random';

/**
 * Initial vectors, [count, dimension], each of length 1: the scaled embedding of the graph, or a normal random vector
 * if there is none.
 */
export function startVectors(
  count: number,
  dimension: number,
  random: Random,
  embeddings?: Float32Array,
): Float32Array {
  const vectors = new Float32Array(count * dimension);
  for (let at = 0; at < count; at++) {
    const embedding = embeddings?.subarray(at * dimension, (at + 1) * dimension);
    const isThere = embedding?.some((value) => value !== 0);
    const vector = isThere
      ? (embedding as Float32Array)
      : new Float32Array(dimension).map(() => random.normal());
    const length = Math.hypot(...vector);
    vectors.set(
      vector.map((value) => value / length),
      at * dimension,
    );
  }
  return vectors;
}
