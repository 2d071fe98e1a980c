/**
 * Exact and approximate inner products of a query with the rows of a matrix, and the rows with the highest ones.
 *
 * Memory: the caller lays it out and calls `initialize` once. Rows lie in blocks of 16, [rows / 16][dimension][16],
 * so one SIMD register holds the same dimension of four rows and no sum crosses lanes. Unused rows of the last block
 * are masked out.
 *
 * Search functions keep the best `keep` rows seen so far: `top` [keep] holds their scores in descending order and
 * `found` [keep] their row numbers. The caller fills `top` with −∞ before the first call, so a scan can be split
 * into several calls. Of equal scores the row that came first stays ahead. NaN scores are never kept.
 * `mask` [rows] holds 0 for each row that must not be found. It is read only for rows that would enter `top`.
 *
 * Written in AssemblyScript. `npm run kernels` compiles it.
 */

let rows: usize = 0;
let weights: usize = 0;
let biases: usize = 0;
let dimension: i32 = 0;
let byteRows: usize = 0;
let byteWeights: usize = 0;
let byteDimension: i32 = 0;

/**
 * Sets the addresses of the matrix.
 * @param rowsAt f32 blocks
 * @param weightsAt f32 [rows]
 * @param biasesAt f32 [rows]; 0 if all biases are 0
 * @param numbers how many numbers a row has
 * @param bytesAt the rows rounded to bytes, [rows / 16][byteNumbers / 2][16][2]
 * @param byteWeightsAt f32 [rows]
 * @param byteNumbers `numbers`, rounded up to a multiple of 4
 */
export function initialize(
  rowsAt: usize,
  weightsAt: usize,
  biasesAt: usize,
  numbers: i32,
  bytesAt: usize,
  byteWeightsAt: usize,
  byteNumbers: i32,
): void {
  rows = rowsAt;
  weights = weightsAt;
  biases = biasesAt;
  dimension = numbers;
  byteRows = bytesAt;
  byteWeights = byteWeightsAt;
  byteDimension = byteNumbers;
}

/** Inserts a row into the sorted list of the best rows. Its score must be higher than the last one. */
function insert(score: f32, row: i32, top: usize, found: usize, keep: i32): void {
  let place = keep - 1;
  while (place > 0 && load<f32>(top + ((place - 1) << 2)) < score) {
    store<f32>(top + (place << 2), load<f32>(top + ((place - 1) << 2)));
    store<i32>(found + (place << 2), load<i32>(found + ((place - 1) << 2)));
    place--;
  }
  store<f32>(top + (place << 2), score);
  store<i32>(found + (place << 2), row);
}

function offerRow(score: f32, row: i32, mask: usize, top: usize, found: usize, keep: i32): void {
  if (score > load<f32>(top + ((keep - 1) << 2)) && load<u8>(mask + row))
    insert(score, row, top, found, keep);
}

function offerFour(scores: v128, row: i32, mask: usize, top: usize, found: usize, keep: i32): void {
  offerRow(f32x4.extract_lane(scores, 0), row, mask, top, found, keep);
  offerRow(f32x4.extract_lane(scores, 1), row + 1, mask, top, found, keep);
  offerRow(f32x4.extract_lane(scores, 2), row + 2, mask, top, found, keep);
  offerRow(f32x4.extract_lane(scores, 3), row + 3, mask, top, found, keep);
}

/** Inserts the rows of a block that are better than the worst kept row. Almost always there are none. */
function offerBlock(
  a: v128,
  b: v128,
  c: v128,
  d: v128,
  row: i32,
  mask: usize,
  top: usize,
  found: usize,
  keep: i32,
): void {
  const worst = v128.load_splat<f32>(top + ((keep - 1) << 2));
  const isBetter = v128.or(
    v128.or(f32x4.gt(a, worst), f32x4.gt(b, worst)),
    v128.or(f32x4.gt(c, worst), f32x4.gt(d, worst)),
  );
  if (!v128.any_true(isBetter)) return;
  offerFour(a, row, mask, top, found, keep);
  offerFour(b, row + 4, mask, top, found, keep);
  offerFour(c, row + 8, mask, top, found, keep);
  offerFour(d, row + 12, mask, top, found, keep);
}

/** product · weight + bias of the four rows from `row` on. */
function toScore(product: v128, weightsAt: usize, row: usize): v128 {
  const weighted = f32x4.mul(product, v128.load(weightsAt + (row << 2)));
  return biases ? f32x4.add(weighted, v128.load(biases + (row << 2))) : weighted;
}

/**
 * Searches rows `from` ≤ row < `to`, both multiples of 16, with score(row) = ⟨query, row⟩ · weight(row) + bias(row).
 * @param mask u8 [rows]
 * @param query f32 [dimension]
 */
export function search(
  mask: usize,
  from: i32,
  to: i32,
  query: usize,
  top: usize,
  found: usize,
  keep: i32,
): void {
  const blockBytes = (<usize>dimension) << 6;
  const queryEnd = query + ((<usize>dimension) << 2);
  let x = rows + <usize>(from >> 4) * blockBytes;
  for (let row = from; row < to; row += 16) {
    if (!v128.any_true(v128.load(mask + row))) {
      x += blockBytes;
      continue;
    }
    let s0 = f32x4.splat(0);
    let s1 = s0;
    let s2 = s0;
    let s3 = s0;
    for (let q = query; q < queryEnd; q += 4) {
      const value = v128.load_splat<f32>(q);
      s0 = f32x4.add(s0, f32x4.mul(v128.load(x), value));
      s1 = f32x4.add(s1, f32x4.mul(v128.load(x, 16), value));
      s2 = f32x4.add(s2, f32x4.mul(v128.load(x, 32), value));
      s3 = f32x4.add(s3, f32x4.mul(v128.load(x, 48), value));
      x += 64;
    }
    offerBlock(
      toScore(s0, weights, row),
      toScore(s1, weights, row + 4),
      toScore(s2, weights, row + 8),
      toScore(s3, weights, row + 12),
      row,
      mask,
      top,
      found,
      keep,
    );
  }
}

/**
 * `search` for two queries in one pass over the rows: each row is loaded once.
 * @param masks u8 [2, maskBytes]
 * @param queries f32 [2, dimension]
 * @param top f32 [2, keep]
 * @param found i32 [2, keep]
 */
export function searchTwo(
  masks: usize,
  maskBytes: usize,
  from: i32,
  to: i32,
  queries: usize,
  top: usize,
  found: usize,
  keep: i32,
): void {
  const blockBytes = (<usize>dimension) << 6;
  const queryBytes = (<usize>dimension) << 2;
  const queryEnd = queries + queryBytes;
  const secondMask = masks + maskBytes;
  const secondTop = top + ((<usize>keep) << 2);
  const secondFound = found + ((<usize>keep) << 2);
  let x = rows + <usize>(from >> 4) * blockBytes;
  for (let row = from; row < to; row += 16) {
    if (!v128.any_true(v128.or(v128.load(masks + row), v128.load(secondMask + row)))) {
      x += blockBytes;
      continue;
    }
    let a0 = f32x4.splat(0);
    let a1 = a0;
    let a2 = a0;
    let a3 = a0;
    let b0 = a0;
    let b1 = a0;
    let b2 = a0;
    let b3 = a0;
    for (let q = queries; q < queryEnd; q += 4) {
      const first = v128.load_splat<f32>(q);
      const second = v128.load_splat<f32>(q + queryBytes);
      const x0 = v128.load(x);
      a0 = f32x4.add(a0, f32x4.mul(x0, first));
      b0 = f32x4.add(b0, f32x4.mul(x0, second));
      const x1 = v128.load(x, 16);
      a1 = f32x4.add(a1, f32x4.mul(x1, first));
      b1 = f32x4.add(b1, f32x4.mul(x1, second));
      const x2 = v128.load(x, 32);
      a2 = f32x4.add(a2, f32x4.mul(x2, first));
      b2 = f32x4.add(b2, f32x4.mul(x2, second));
      const x3 = v128.load(x, 48);
      a3 = f32x4.add(a3, f32x4.mul(x3, first));
      b3 = f32x4.add(b3, f32x4.mul(x3, second));
      x += 64;
    }
    offerBlock(
      toScore(a0, weights, row),
      toScore(a1, weights, row + 4),
      toScore(a2, weights, row + 8),
      toScore(a3, weights, row + 12),
      row,
      masks,
      top,
      found,
      keep,
    );
    offerBlock(
      toScore(b0, weights, row),
      toScore(b1, weights, row + 4),
      toScore(b2, weights, row + 8),
      toScore(b3, weights, row + 12),
      row,
      secondMask,
      secondTop,
      secondFound,
      keep,
    );
  }
}

/**
 * `search` over the rows of bytes, with a query of 16-bit integers, [byteNumbers]. Products of pairs are summed to 32
 * bits; the caller scales the query so that no sum leaves them.
 * score(row) = ⟨query, row⟩ · unit · byteWeight(row) + bias(row)
 */
export function searchBytes(
  mask: usize,
  from: i32,
  to: i32,
  query: usize,
  unit: f32,
  top: usize,
  found: usize,
  keep: i32,
): void {
  const blockBytes = (<usize>byteDimension) << 4;
  const queryEnd = query + ((<usize>byteDimension) << 1);
  const units = f32x4.splat(unit);
  let x = byteRows + <usize>(from >> 4) * blockBytes;
  for (let row = from; row < to; row += 16) {
    if (!v128.any_true(v128.load(mask + row))) {
      x += blockBytes;
      continue;
    }
    let s0 = i32x4.splat(0);
    let s1 = s0;
    let s2 = s0;
    let s3 = s0;
    for (let q = query; q < queryEnd; q += 8) {
      const first = v128.load_splat<i32>(q);
      s0 = i32x4.add(s0, i32x4.dot_i16x8_s(v128.load_ext<i8>(x), first));
      s1 = i32x4.add(s1, i32x4.dot_i16x8_s(v128.load_ext<i8>(x, 8), first));
      s2 = i32x4.add(s2, i32x4.dot_i16x8_s(v128.load_ext<i8>(x, 16), first));
      s3 = i32x4.add(s3, i32x4.dot_i16x8_s(v128.load_ext<i8>(x, 24), first));
      const second = v128.load_splat<i32>(q, 4);
      s0 = i32x4.add(s0, i32x4.dot_i16x8_s(v128.load_ext<i8>(x, 32), second));
      s1 = i32x4.add(s1, i32x4.dot_i16x8_s(v128.load_ext<i8>(x, 40), second));
      s2 = i32x4.add(s2, i32x4.dot_i16x8_s(v128.load_ext<i8>(x, 48), second));
      s3 = i32x4.add(s3, i32x4.dot_i16x8_s(v128.load_ext<i8>(x, 56), second));
      x += 64;
    }
    offerBlock(
      toScore(f32x4.mul(f32x4.convert_i32x4_s(s0), units), byteWeights, row),
      toScore(f32x4.mul(f32x4.convert_i32x4_s(s1), units), byteWeights, row + 4),
      toScore(f32x4.mul(f32x4.convert_i32x4_s(s2), units), byteWeights, row + 8),
      toScore(f32x4.mul(f32x4.convert_i32x4_s(s3), units), byteWeights, row + 12),
      row,
      mask,
      top,
      found,
      keep,
    );
  }
}

/** sum + q · (two values of single precision), in double precision. */
function addProducts(sum: v128, values: usize, q: v128): v128 {
  return f64x2.add(sum, f64x2.mul(f64x2.promote_low_f32x4(v128.load64_zero(values)), q));
}

/**
 * Writes ⟨query, row⟩ of all rows `from` ≤ row < `to`, summed in double precision in order of the dimensions, so each
 * product is that of a plain loop to the last bit.
 * @param query f64 [dimension]
 * @param products f64 [rows]
 */
export function multiply(from: i32, to: i32, query: usize, products: usize): void {
  const queryEnd = query + ((<usize>dimension) << 3);
  let x = rows + <usize>(from >> 4) * ((<usize>dimension) << 6);
  for (let row = from; row < to; row += 16) {
    let s0 = f64x2.splat(0);
    let s1 = s0;
    let s2 = s0;
    let s3 = s0;
    let s4 = s0;
    let s5 = s0;
    let s6 = s0;
    let s7 = s0;
    for (let q = query; q < queryEnd; q += 8) {
      const value = v128.load_splat<f64>(q);
      s0 = addProducts(s0, x, value);
      s1 = addProducts(s1, x + 8, value);
      s2 = addProducts(s2, x + 16, value);
      s3 = addProducts(s3, x + 24, value);
      s4 = addProducts(s4, x + 32, value);
      s5 = addProducts(s5, x + 40, value);
      s6 = addProducts(s6, x + 48, value);
      s7 = addProducts(s7, x + 56, value);
      x += 64;
    }
    const out = products + ((<usize>row) << 3);
    v128.store(out, s0);
    v128.store(out, s1, 16);
    v128.store(out, s2, 32);
    v128.store(out, s3, 48);
    v128.store(out, s4, 64);
    v128.store(out, s5, 80);
    v128.store(out, s6, 96);
    v128.store(out, s7, 112);
  }
}
