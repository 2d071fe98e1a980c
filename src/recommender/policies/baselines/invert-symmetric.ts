import { setImmediate as otherWork } from 'node:timers/promises';
import { AppError } from '../../../app-error';
import { allocateRegions, compileKernel, instantiateKernel } from '../../../wasm-kernel';
import { KERNEL } from './invert-kernel.generated';

/** Rows and columns of a tile of kernels/invert.ts. */
const BLOCK = 32;
const TILE = BLOCK ** 2;
const DOUBLE_BYTES = 8;
/** The approximate max time that other work of the thread waits, in milliseconds. */
const TURN_MS = 5;

/** The exports of kernels/invert.ts: addresses are in bytes, rows are numbers of blocks. */
interface Exports {
  beginSweep(tiles: number, k: number, pivot: number): void;
  scaleColumns(
    tiles: number,
    k: number,
    pivot: number,
    columns: number,
    scaled: number,
    from: number,
    to: number,
  ): void;
  updateRows(tiles: number, k: number, columns: number, scaled: number, from: number, to: number): void;
  endSweep(tiles: number, k: number, pivot: number, scaled: number, blocks: number): void;
}

const compiled = compileKernel(KERNEL);

/**
 * Inverts a symmetric positive definite matrix, [size, size], of which only the lower triangle is read. Needs size³ / 2
 * multiplications, and 4 · size² bytes in addition to the matrix and its inverse. Yields to other work of the thread
 * every few milliseconds.
 * @param inverse receives the whole inverse, [size, size]; may be `matrix` itself @default a new array
 * @returns `inverse`
 * @throws RangeError if the matrix is not positive definite, or not [size, size]
 * @throws AppError BAD_USER_INPUT if this machine does not support WebAssembly SIMD
 */
export async function invertSymmetric(
  matrix: Float64Array,
  size: number,
  inverse: Float64Array = new Float64Array(size ** 2),
): Promise<Float64Array> {
  if (matrix.length !== size ** 2 || inverse.length !== size ** 2) {
    throw new RangeError(`Expected ${size} × ${size} numbers; got ${matrix.length} and ${inverse.length}.`);
  }
  if (!compiled) {
    const message =
      'Inverting a matrix requires WebAssembly SIMD, which this machine does not support. Use another policy.';
    throw new AppError('BAD_USER_INPUT', message);
  }
  const blocks = Math.ceil(size / BLOCK);
  const tileBytes = TILE * DOUBLE_BYTES;
  const { memory, addresses } = allocateRegions({
    tiles: ((blocks * (blocks + 1)) / 2) * tileBytes,
    columns: blocks * tileBytes,
    scaled: blocks * tileBytes,
    pivot: tileBytes,
  });
  const { tiles, columns, scaled, pivot } = addresses;
  const kernel = instantiateKernel<Exports>(compiled, memory);
  const numbers = new Float64Array(memory.buffer, tiles);
  const pause = createPauses();

  for (let row = 0; row < blocks * BLOCK; row++) {
    if (row < size) packRow(matrix, numbers, row, size);
    else numbers[tileStart(row, row) + (row % BLOCK)] = 1;
    await pause();
  }
  for (let k = 0; k < blocks; k++) {
    kernel.beginSweep(tiles, k, pivot);
    for (let row = 0; row < blocks; row++) {
      kernel.scaleColumns(tiles, k, pivot, columns, scaled, row, row + 1);
      await pause();
    }
    for (let row = 0; row < blocks; row++) {
      kernel.updateRows(tiles, k, columns, scaled, row, row + 1);
      await pause();
    }
    kernel.endSweep(tiles, k, pivot, scaled, blocks);
    await pause();
  }
  for (let row = 0; row < size; row++) {
    unpackRow(numbers, inverse, row, size);
    if (!(inverse[row * size + row] > 0 && inverse[row * size + row] < Infinity)) {
      throw new RangeError('The matrix is not positive definite.');
    }
    await pause();
  }
  return inverse;
}

/** Returns a function that yields to other work if it has not done so for a while. */
function createPauses(): () => Promise<void> | undefined {
  let turnBegan = performance.now();
  return () => {
    if (performance.now() - turnBegan < TURN_MS) return undefined;
    return otherWork().then(() => void (turnBegan = performance.now()));
  };
}

/** Returns the offset of the tile row that contains a number of the lower triangle. */
function tileStart(row: number, column: number): number {
  const [i, j] = [Math.floor(row / BLOCK), Math.floor(column / BLOCK)];
  return ((i * (i + 1)) / 2 + j) * TILE + (row % BLOCK) * BLOCK;
}

/** Copies a row of the lower triangle, and its mirror image in the tile on the diagonal. */
function packRow(matrix: Float64Array, numbers: Float64Array, row: number, size: number): void {
  const diagonal = row - (row % BLOCK);
  for (let column = 0; column <= row; column += BLOCK) {
    const end = Math.min(column + BLOCK, row + 1);
    numbers.set(matrix.subarray(row * size + column, row * size + end), tileStart(row, column));
  }
  for (let column = diagonal; column < row; column++) {
    numbers[tileStart(column, row) + (row % BLOCK)] = matrix[row * size + column];
  }
}

/** Copies a row of the lower triangle to the same row and column, with the other sign. */
function unpackRow(numbers: Float64Array, inverse: Float64Array, row: number, size: number): void {
  for (let column = 0; column <= row; column++) {
    const value = -numbers[tileStart(row, column) + (column % BLOCK)];
    inverse[row * size + column] = value;
    inverse[column * size + row] = value;
  }
}
