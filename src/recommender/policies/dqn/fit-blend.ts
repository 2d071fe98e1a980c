import type { TestCase } from '../../metrics/split-log';
import { spread } from '../baselines/validation-split';
import { type BlendParts, type BlendWeights, partNames, standardizedParts, unrentedFilms } from './blend';

/** Max number of standardized scores in memory at once, per part. */
const MAX_SCORES = 4_000_000;
/** The weight of ‖w‖² in the objective. */
const RIDGE = 1e-3;
const ITERATIONS = 30;

/** The scores of one held-out case. */
interface BlendCase {
  /** [parts][films] */
  readonly parts: readonly Float32Array[];
  readonly unrented: Uint8Array;
  readonly targets: Int32Array;
}

/**
 * Fits the weights of a blend to held-out rentals. Minimizes the mean softmax cross-entropy over the films that the
 * customer had not rented, plus 10⁻³ ‖w‖², subject to w ≥ 0. The problem is convex and has at most four weights, so
 * projected Newton steps solve it.
 */
export function fitBlend(parts: Pick<BlendParts, 'deep' | 'wide'>, cases: readonly TestCase[]): BlendWeights {
  const names = partNames(parts.wide);
  const filmCount = cases.length > 0 ? parts.deep.score([cases[0].profile])[0].length : 1;
  const used = spread(
    cases.filter(({ test }) => test.length > 0),
    Math.max(1, Math.floor(MAX_SCORES / filmCount)),
  );
  const scored = used.map(({ profile, test }): BlendCase => {
    const unrented = unrentedFilms(profile, filmCount);
    return { parts: standardizedParts(parts, profile, unrented), unrented, targets: test };
  });
  const weights =
    scored.length === 0 ? names.map((_, part) => Number(part === 0)) : minimize(scored, names.length);
  return Object.fromEntries(names.map((name, part) => [name, weights[part]])) as unknown as BlendWeights;
}

function minimize(cases: readonly BlendCase[], size: number): number[] {
  let weights = Array.from({ length: size }, () => 0.5);
  let current = evaluate(cases, weights);
  for (let iteration = 0; iteration < ITERATIONS; iteration++) {
    const { gradient, hessian } = current;
    // A weight of 0 stays at 0 if increasing it would increase the objective.
    const free = weights.flatMap((weight, part) => (weight > 0 || gradient[part] < 0 ? [part] : []));
    const step = solve(
      free.map((row) => free.map((column) => hessian[row][column])),
      free.map((part) => -gradient[part]),
    );
    const move = (length: number) => {
      const moved = [...weights];
      free.forEach((part, index) => (moved[part] = Math.max(0, weights[part] + length * step[index])));
      return moved;
    };
    let length = 1;
    let next = evaluate(cases, move(length));
    while (next.loss > current.loss && length > 1e-3) {
      length /= 2;
      next = evaluate(cases, move(length));
    }
    const gain = current.loss - next.loss;
    if (!(gain > 0)) break;
    weights = move(length);
    current = next;
    if (gain < 1e-7) break;
  }
  return weights;
}

/** The objective with its gradient [parts] and Hessian [parts][parts]. */
function evaluate(cases: readonly BlendCase[], weights: readonly number[]) {
  const size = weights.length;
  let loss = 0;
  const gradient = new Array<number>(size).fill(0);
  const hessian = weights.map(() => new Array<number>(size).fill(0));
  for (const { parts, unrented, targets } of cases) {
    const logits = new Float64Array(unrented.length);
    let highest = -Infinity;
    for (let film = 0; film < logits.length; film++) {
      for (let part = 0; part < size; part++) logits[film] += weights[part] * parts[part][film];
      if (unrented[film] === 1 && logits[film] > highest) highest = logits[film];
    }
    let total = 0;
    const first = new Float64Array(size);
    const second = new Float64Array(size * size);
    for (let film = 0; film < logits.length; film++) {
      if (unrented[film] === 0) continue;
      const mass = Math.exp(logits[film] - highest);
      total += mass;
      for (let row = 0; row < size; row++) {
        const weighted = mass * parts[row][film];
        first[row] += weighted;
        for (let column = 0; column <= row; column++)
          second[row * size + column] += weighted * parts[column][film];
      }
    }
    loss += Math.log(total) + highest;
    for (const film of targets) {
      loss -= logits[film] / targets.length;
      for (let part = 0; part < size; part++) gradient[part] -= parts[part][film] / targets.length;
    }
    for (let row = 0; row < size; row++) {
      gradient[row] += first[row] / total;
      for (let column = 0; column <= row; column++) {
        const value = second[row * size + column] / total - (first[row] * first[column]) / total ** 2;
        hessian[row][column] += value;
        if (column < row) hessian[column][row] += value;
      }
    }
  }
  const count = cases.length;
  return {
    loss: loss / count + RIDGE * weights.reduce((sum, weight) => sum + weight * weight, 0),
    gradient: gradient.map((value, part) => value / count + 2 * RIDGE * weights[part]),
    hessian: hessian.map((row, part) =>
      row.map((value, column) => value / count + (part === column ? 2 * RIDGE : 0)),
    ),
  };
}

/** Solves a small positive definite system by elimination. */
function solve(matrix: number[][], right: number[]): number[] {
  const rows = matrix.map((row, index) => [...row, right[index]]);
  rows.forEach((pivotRow, pivot) => {
    rows.forEach((row, index) => {
      if (index === pivot) return;
      const factor = row[pivot] / pivotRow[pivot];
      for (let column = pivot; column < row.length; column++) row[column] -= factor * pivotRow[column];
    });
  });
  return rows.map((row, index) => row[rows.length] / row[index]);
}
