import type { PointFragment, RunFragment } from '../api/operations.generated';

/** A run with its curve. */
export type RunWithCurve = RunFragment & { curve: readonly PointFragment[] };

const MEASURES = ['step', 'seconds', 'loss', 'reward', 'meanReward', 'epsilon', 'validation'] as const;

/** Formats the curves of runs as CSV, one row per point. Missing values are empty. */
export function curvesCsv(runs: readonly RunWithCurve[]): string {
  const rows = runs.flatMap(({ id, policy, seed, curve }) =>
    curve.map((point) => [id, policy, seed, ...MEASURES.map((measure) => point[measure] ?? '')].join(',')),
  );
  return [['run', 'policy', 'seed', ...MEASURES].join(','), ...rows, ''].join('\n');
}
