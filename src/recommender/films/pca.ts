import { createRandom } from '../../random';

const MAX_ITERATIONS = 1_000;
const TOLERANCE = 1e-10;

/** Variance below this share of the total counts as a rounding error. */
const ROUNDING = 1e-12;

/**
 * Returns the directions in which rows vary most, [axes][dimension], each of length 1, largest variance first:
 * principal component analysis by power iteration with deflation (Hotelling 1933). The largest number of an axis is
 * positive, so that the result is deterministic. An axis without variance is all zeros. O(rows · dimension²).
 * @param rows centered, [rows, dimension]
 */
export function principalComponents(rows: Float64Array, dimension: number, axes: number): Float64Array[] {
  const covariance = covarianceOf(rows, dimension);
  const random = createRandom(1);
  let whole = 0;
  for (let i = 0; i < dimension; i++) whole += covariance[i * dimension + i];
  return Array.from({ length: axes }, () => {
    const start = Float64Array.from({ length: dimension }, () => random.normal());
    const { axis, variance } = widest(covariance, start, ROUNDING * whole);
    for (let i = 0; i < dimension; i++) {
      for (let j = 0; j < dimension; j++) covariance[i * dimension + j] -= variance * axis[i] * axis[j];
    }
    return axis;
  });
}

/** [dimension, dimension], not divided by the number of rows: the axes are the same. */
function covarianceOf(rows: Float64Array, dimension: number): Float64Array {
  const covariance = new Float64Array(dimension * dimension);
  for (let at = 0; at < rows.length; at += dimension) {
    for (let i = 0; i < dimension; i++) {
      const value = rows[at + i];
      for (let j = 0; j <= i; j++) covariance[i * dimension + j] += value * rows[at + j];
    }
  }
  for (let i = 0; i < dimension; i++) {
    for (let j = 0; j < i; j++) covariance[j * dimension + i] = covariance[i * dimension + j];
  }
  return covariance;
}

/** Returns the eigenvector of the largest eigenvalue, and that eigenvalue; zeros if it is not above `min`. */
function widest(
  matrix: Float64Array,
  start: Float64Array,
  min: number,
): { axis: Float64Array; variance: number } {
  const dimension = start.length;
  let axis = scaled(start, 1 / length(start));
  let variance = 0;
  for (let iteration = 0; iteration < MAX_ITERATIONS; iteration++) {
    const turned = Float64Array.from(axis, (_, i) => {
      let sum = 0;
      for (let j = 0; j < dimension; j++) sum += matrix[i * dimension + j] * axis[j];
      return sum;
    });
    variance = length(turned);
    if (variance <= min) return { axis: new Float64Array(dimension), variance: 0 };
    const next = scaled(turned, 1 / variance);
    const moved = Math.hypot(...next.map((value, i) => value - axis[i]));
    axis = next;
    if (moved < TOLERANCE) break;
  }
  const largest = axis.reduce((most, value) => (Math.abs(value) > Math.abs(most) ? value : most), 0);
  return { axis: largest < 0 ? scaled(axis, -1) : axis, variance };
}

const length = (vector: Float64Array) => Math.hypot(...vector);
const scaled = (vector: Float64Array, by: number) => vector.map((value) => value * by);
