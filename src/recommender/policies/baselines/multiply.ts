import { setImmediate as otherWork } from 'node:timers/promises';

/** How long to compute before yielding to other work of the process. */
const TURN_MS = 10;
/** Rows of `b` that stay in the processor's cache. */
const BLOCK = 64;

/**
 * Returns the product a · b of two row-major [size, size] matrices. Yields to other work of the process every few
 * milliseconds.
 */
export async function multiply(a: Float64Array, b: Float64Array, size: number): Promise<Float64Array> {
  const product = new Float64Array(size * size);
  let turnBegan = performance.now();
  for (let block = 0; block < size; block += BLOCK) {
    const end = Math.min(block + BLOCK, size);
    for (let row = 0; row < size; row++) {
      addRows(product, row * size, a, b, block, end, size);
      if ((row & 15) === 0 && performance.now() - turnBegan > TURN_MS) {
        await otherWork();
        turnBegan = performance.now();
      }
    }
  }
  return product;
}

/** Adds a[row, k] · b[k] for the rows k of a block, four at a time. */
function addRows(
  product: Float64Array,
  start: number,
  a: Float64Array,
  b: Float64Array,
  from: number,
  to: number,
  size: number,
): void {
  let k = from;
  for (; k + 3 < to; k += 4) {
    const [a0, a1, a2, a3] = [a[start + k], a[start + k + 1], a[start + k + 2], a[start + k + 3]];
    const [b0, b1, b2, b3] = [k * size, (k + 1) * size, (k + 2) * size, (k + 3) * size];
    for (let j = 0; j < size; j++) {
      product[start + j] += a0 * b[b0 + j] + a1 * b[b1 + j] + a2 * b[b2 + j] + a3 * b[b3 + j];
    }
  }
  for (; k < to; k++) {
    const factor = a[start + k];
    for (let j = 0; j < size; j++) product[start + j] += factor * b[k * size + j];
  }
}
