import { execFileSync } from 'node:child_process';
import { createRandom } from '../../src/random';
import { invertSymmetric } from '../../src/recommender/policies/baselines/invert-symmetric';
import { exponent, interleave, median, type Row } from './measure';

const ROUNDS = 5;
const NUMPY_GOAL = 1 / 1.2;
const LONGEST_CALL_MS = 10;

/** Prints the CPU seconds of inverting a random positive definite matrix, several times, with one thread. */
const NUMPY = `
import os, sys, time
for name in ('OPENBLAS_NUM_THREADS', 'MKL_NUM_THREADS', 'OMP_NUM_THREADS'): os.environ[name] = '1'
import numpy
n, rounds = int(sys.argv[1]), int(sys.argv[2])
x = numpy.random.default_rng(1).random((n, n))
a = (x + x.T) / 2 + n * numpy.eye(n)
for _ in range(rounds):
    began = time.process_time()
    numpy.linalg.inv(a)
    print(time.process_time() - began)
`;

/** CPU milliseconds by round; undefined if this machine has no numpy. */
function timeNumpy(size: number): number[] | undefined {
  const python = process.env.PYTHON ?? 'python3';
  try {
    const printed = execFileSync(python, ['-c', NUMPY, String(size), String(ROUNDS)], { stdio: 'pipe' });
    return printed.toString().trim().split('\n').map((seconds) => 1_000 * Number(seconds)); // prettier-ignore
  } catch (error) {
    console.error(`Skipping numpy (set PYTHON to a Python that has it): ${String(error).split('\n')[0]}`);
    return undefined;
  }
}

/** A symmetric, diagonally dominant matrix. */
function createMatrix(size: number): Float64Array {
  const random = createRandom(size);
  const matrix = new Float64Array(size ** 2);
  for (let row = 0; row < size; row++) {
    for (let column = 0; column <= row; column++) {
      matrix[row * size + column] = row === column ? size : random.next();
    }
  }
  return matrix;
}

/** The inverse for EASE, compared to numpy, and how long it blocks other work of its thread. */
export async function measureInverse(sizes: readonly number[]): Promise<Row[]> {
  const rows: Row[] = [];
  const times: number[] = [];
  for (const size of sizes) {
    const matrix = createMatrix(size);
    const inverse = new Float64Array(size ** 2);
    const timings = await interleave({ own: () => invertSymmetric(matrix, size, inverse) }, ROUNDS);
    const time = median(timings.own);
    times.push(time);
    const numpy = timeNumpy(size);
    const ratio = numpy ? median(numpy) / time : null;
    rows.push({
      work: `inverse of ${size} × ${size}`,
      value: time,
      anchor: 'numpy, 1 thread',
      ratio,
      goal: NUMPY_GOAL,
    });
    const longest = await longestWait(() => invertSymmetric(matrix, size, inverse));
    rows.push({
      work: `longest wait during an inverse of ${size} × ${size}`,
      value: longest,
      unit: 'ms',
      anchor: `${LONGEST_CALL_MS} ms`,
      ratio: LONGEST_CALL_MS / longest,
      goal: 1,
    });
  }
  for (let i = 1; i < sizes.length; i++) {
    const growth = exponent([sizes[i - 1], sizes[i]], [times[i - 1], times[i]]);
    const work = `growth of the inverse from ${sizes[i - 1]} to ${sizes[i]} films`;
    rows.push({ work, value: growth, unit: 'exponent', anchor: 'cubic', ratio: 3 / growth });
  }
  return rows;
}

/** The longest time between two iterations of the event loop during the work, in CPU milliseconds. */
async function longestWait(work: () => Promise<unknown>): Promise<number> {
  let longest = 0;
  let isDone = false;
  let turn = process.cpuUsage();
  const watch = () => {
    const { user, system } = process.cpuUsage(turn);
    longest = Math.max(longest, (user + system) / 1_000);
    turn = process.cpuUsage();
    if (!isDone) setImmediate(watch);
  };
  setImmediate(watch);
  await work();
  isDone = true;
  return longest;
}
