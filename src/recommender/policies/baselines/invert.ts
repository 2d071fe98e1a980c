import { setImmediate as otherWork } from 'node:timers/promises';

const TURN_MS = 10;

/**
 * Inverts a symmetric positive definite matrix, [size, size], in place by Gauss-Jordan elimination, which needs no
 * pivoting there. Lets other work of the process go on every few milliseconds.
 */
export async function invert(matrix: Float64Array, size: number): Promise<void> {
  let turnBegan = performance.now();
  for (let pivot = 0; pivot < size; pivot++) {
    const pivotRow = matrix.subarray(pivot * size, (pivot + 1) * size);
    const scale = 1 / pivotRow[pivot];
    pivotRow[pivot] = 1;
    for (let column = 0; column < size; column++) pivotRow[column] *= scale;
    for (let row = 0; row < size; row++) {
      if (row !== pivot) subtractMultiple(matrix, row * size, pivotRow, pivot);
    }
    if (performance.now() - turnBegan > TURN_MS) {
      await otherWork();
      turnBegan = performance.now();
    }
  }
}

function subtractMultiple(matrix: Float64Array, start: number, pivotRow: Float64Array, pivot: number): void {
  const factor = matrix[start + pivot];
  matrix[start + pivot] = 0;
  if (factor === 0) return;
  for (let column = 0; column < pivotRow.length; column++)
    matrix[start + column] -= factor * pivotRow[column];
}
