import { parentPort, workerData } from 'node:worker_threads';
import { UMAP } from 'umap-js';
import { createRandom } from '../../random';
import { preferServing } from '../../thread-priority';

/** The input of the worker. */
export interface UmapTask {
  /** Vectors of length 1, [films, dimension]. */
  readonly rows: Float64Array;
  readonly dimension: number;
}

/** The output of the worker: coordinates centred on 0, [films] each. */
export interface UmapResult {
  readonly xs: Float64Array;
  readonly ys: Float64Array;
}

const SEED = 1;
const NEIGHBORS = 15;
const MIN_DISTANCE = 0.1;

function project({ rows, dimension }: UmapTask): UmapResult {
  const count = rows.length / dimension;
  const vectors = Array.from({ length: count }, (_, row) =>
    Array.from(rows.subarray(row * dimension, (row + 1) * dimension)),
  );
  const umap = new UMAP({
    nComponents: 2,
    nNeighbors: Math.min(NEIGHBORS, count - 1),
    minDist: MIN_DISTANCE,
    random: createRandom(SEED).next,
  });
  const points = umap.fit(vectors);
  return { xs: centre(points.map(([x]) => x)), ys: centre(points.map(([, y]) => y)) };
}

function centre(values: readonly number[]): Float64Array {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Float64Array.from(values, (value) => value - mean);
}

if (parentPort) {
  preferServing();
  parentPort.postMessage(project(workerData as UmapTask));
}
