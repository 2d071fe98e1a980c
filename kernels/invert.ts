/**
 * Inverse of a symmetric positive definite matrix by the sweep operator (Goodnight 1979), one block of 32 pivots at a
 * time. After all blocks were swept the matrix holds −A⁻¹. Symmetry is kept throughout, so this takes half the work
 * of Gauss–Jordan elimination, and nearly all of it is a product of matrices whose partial sums stay in registers.
 *
 * Memory: the lower triangle in tiles of 32 × 32, f64. Tile (i, j), j ≤ i, is number i (i + 1) / 2 + j; a tile is stored
 * row by row, and tiles on the diagonal hold both of their halves. `columns` and `scaled` are scratch: the columns of
 * the pivot block and the same times the inverse of the pivot tile, [blocks][32 columns][32 rows].
 *
 * A sweep of block k is: beginSweep(k), scaleColumns and updateRows over all rows of blocks, endSweep(k). Callers may
 * split the ranges of rows at will to let other work run in between.
 *
 * Written in AssemblyScript. `npm run kernels` compiles it.
 */

const BLOCK: usize = 32;
const ROW_BYTES: usize = BLOCK << 3;
const TILE_BYTES: usize = BLOCK * ROW_BYTES;

function tile(tiles: usize, i: i32, j: i32): usize {
  const number = (<usize>i * (<usize>i + 1)) / 2 + <usize>j;
  return tiles + number * TILE_BYTES;
}

function transpose(from: usize, to: usize): void {
  for (let r: usize = 0; r < BLOCK; r++) {
    for (let c: usize = 0; c < BLOCK; c++) {
      store<f64>(to + c * ROW_BYTES + (r << 3), load<f64>(from + r * ROW_BYTES + (c << 3)));
    }
  }
}

/** Inverts one tile in place by Gauss–Jordan elimination. Positive definite matrices need no pivoting. */
function invertTile(p: usize): void {
  for (let k: usize = 0; k < BLOCK; k++) {
    const pivotRow = p + k * ROW_BYTES;
    const scale = f64x2.splat(1 / load<f64>(pivotRow + (k << 3)));
    store<f64>(pivotRow + (k << 3), 1);
    for (let j: usize = 0; j < ROW_BYTES; j += 16) {
      v128.store(pivotRow + j, f64x2.mul(v128.load(pivotRow + j), scale));
    }
    for (let i: usize = 0; i < BLOCK; i++) {
      if (i == k) continue;
      const row = p + i * ROW_BYTES;
      const factor = v128.load_splat<f64>(row + (k << 3));
      store<f64>(row + (k << 3), 0);
      for (let j: usize = 0; j < ROW_BYTES; j += 16) {
        v128.store(row + j, f64x2.sub(v128.load(row + j), f64x2.mul(factor, v128.load(pivotRow + j))));
      }
    }
  }
}

/** Inverts pivot tile k into `pivot`, [32, 32]. */
export function beginSweep(tiles: usize, k: i32, pivot: usize): void {
  memory.copy(pivot, tile(tiles, k, k), TILE_BYTES);
  invertTile(pivot);
}

/** Gathers columns of block k from the blocks `from` ≤ i < `to` of rows, and multiplies them by the pivot's inverse. */
export function scaleColumns(
  tiles: usize,
  k: i32,
  pivot: usize,
  columns: usize,
  scaled: usize,
  from: i32,
  to: i32,
): void {
  for (let i = from; i < to; i++) {
    const column = columns + <usize>i * TILE_BYTES;
    if (i < k) memory.copy(column, tile(tiles, k, i), TILE_BYTES);
    else transpose(tile(tiles, i, k), column);
    const result = scaled + <usize>i * TILE_BYTES;
    for (let c: usize = 0; c < BLOCK; c++) {
      for (let r: usize = 0; r < ROW_BYTES; r += 64) {
        let s0 = f64x2.splat(0);
        let s1 = s0;
        let s2 = s0;
        let s3 = s0;
        let x = column + r;
        for (let p = pivot + (c << 3), end = p + TILE_BYTES; p < end; p += ROW_BYTES) {
          const value = v128.load_splat<f64>(p);
          s0 = f64x2.add(s0, f64x2.mul(value, v128.load(x)));
          s1 = f64x2.add(s1, f64x2.mul(value, v128.load(x, 16)));
          s2 = f64x2.add(s2, f64x2.mul(value, v128.load(x, 32)));
          s3 = f64x2.add(s3, f64x2.mul(value, v128.load(x, 48)));
          x += ROW_BYTES;
        }
        const out = result + c * ROW_BYTES + r;
        v128.store(out, s0);
        v128.store(out, s1, 16);
        v128.store(out, s2, 32);
        v128.store(out, s3, 48);
      }
    }
  }
}

/** a[4, 4] −= vᵀ · w for four columns of v, [32][…], and four of w. */
function subtractProduct(a: usize, v: usize, w: usize): void {
  let s00 = v128.load(a);
  let s01 = v128.load(a, 16);
  let s10 = v128.load(a, ROW_BYTES);
  let s11 = v128.load(a, ROW_BYTES + 16);
  let s20 = v128.load(a, 2 * ROW_BYTES);
  let s21 = v128.load(a, 2 * ROW_BYTES + 16);
  let s30 = v128.load(a, 3 * ROW_BYTES);
  let s31 = v128.load(a, 3 * ROW_BYTES + 16);
  for (let end = v + TILE_BYTES; v < end; v += ROW_BYTES) {
    const w0 = v128.load(w);
    const w1 = v128.load(w, 16);
    const v0 = v128.load_splat<f64>(v);
    s00 = f64x2.sub(s00, f64x2.mul(v0, w0));
    s01 = f64x2.sub(s01, f64x2.mul(v0, w1));
    const v1 = v128.load_splat<f64>(v, 8);
    s10 = f64x2.sub(s10, f64x2.mul(v1, w0));
    s11 = f64x2.sub(s11, f64x2.mul(v1, w1));
    const v2 = v128.load_splat<f64>(v, 16);
    s20 = f64x2.sub(s20, f64x2.mul(v2, w0));
    s21 = f64x2.sub(s21, f64x2.mul(v2, w1));
    const v3 = v128.load_splat<f64>(v, 24);
    s30 = f64x2.sub(s30, f64x2.mul(v3, w0));
    s31 = f64x2.sub(s31, f64x2.mul(v3, w1));
    w += ROW_BYTES;
  }
  v128.store(a, s00);
  v128.store(a, s01, 16);
  v128.store(a, s10, ROW_BYTES);
  v128.store(a, s11, ROW_BYTES + 16);
  v128.store(a, s20, 2 * ROW_BYTES);
  v128.store(a, s21, 2 * ROW_BYTES + 16);
  v128.store(a, s30, 3 * ROW_BYTES);
  v128.store(a, s31, 3 * ROW_BYTES + 16);
}

/** Subtracts scaled · columnsᵀ from the tiles of the blocks `from` ≤ i < `to` of rows, without row and column k. */
export function updateRows(tiles: usize, k: i32, columns: usize, scaled: usize, from: i32, to: i32): void {
  for (let i = from; i < to; i++) {
    if (i == k) continue;
    const v = scaled + <usize>i * TILE_BYTES;
    for (let j = 0; j <= i; j++) {
      if (j == k) continue;
      const a = tile(tiles, i, j);
      const w = columns + <usize>j * TILE_BYTES;
      for (let r: usize = 0; r < BLOCK; r += 4) {
        for (let c: usize = 0; c < BLOCK; c += 4) {
          subtractProduct(a + r * ROW_BYTES + (c << 3), v + (r << 3), w + (c << 3));
        }
      }
    }
  }
}

/** Writes row and column k: the scaled columns, and minus the inverse of the pivot tile. */
export function endSweep(tiles: usize, k: i32, pivot: usize, scaled: usize, blocks: i32): void {
  for (let i = 0; i < blocks; i++) {
    const column = scaled + <usize>i * TILE_BYTES;
    if (i < k) memory.copy(tile(tiles, k, i), column, TILE_BYTES);
    if (i > k) transpose(column, tile(tiles, i, k));
  }
  const diagonal = tile(tiles, k, k);
  for (let at: usize = 0; at < TILE_BYTES; at += 16) {
    v128.store(diagonal + at, f64x2.neg(v128.load(pivot + at)));
  }
}
