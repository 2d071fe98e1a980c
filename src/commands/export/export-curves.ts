import { writeFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { AppError } from '../../app-error';
import type { Graph } from '../../graph/graph';
import type { CurvePoint } from '../../recommender/training/curve';
import { readCurve, readTrainingRuns, requireTrainingRun } from '../../recommender/training/run-repository';
import type { AxisScale } from './plot';
import { curveAsCsv, curveAsPng, curveAsSvg } from './curve-file';

type Format = (
  points: readonly CurvePoint[],
  title: string,
  xAxis: AxisScale,
) => string | Promise<Uint8Array>;

const FORMATS: Readonly<Record<string, Format>> = {
  '.csv': curveAsCsv,
  '.svg': curveAsSvg,
  '.png': curveAsPng,
};

/**
 * Exports the curves of a training run: points as CSV, or a drawing as SVG or PNG.
 * @param id the run; default: the newest
 * @returns the paths of the written files
 * @throws AppError BAD_USER_INPUT for another extension, NOT_FOUND if the run does not exist
 */
export async function exportCurves(
  graph: Graph,
  id: string | undefined,
  { to, xAxis }: { to: string; xAxis: AxisScale },
): Promise<string[]> {
  const run = id === undefined ? (await readTrainingRuns(graph, 1))[0] : await requireTrainingRun(graph, id);
  if (!run) throw new AppError('NOT_FOUND', 'No training run exists yet. Start one: reelgraph train.');
  const points = await readCurve(graph, run.id);
  await writeFile(to, await curvesFormat(to)(points, `${run.policy}, seed ${run.seed}`, xAxis));
  return [to];
}

/** @throws AppError BAD_USER_INPUT */
export function curvesFormat(to: string): Format {
  const format = FORMATS[extname(to)];
  if (format) return format;
  throw new AppError(
    'BAD_USER_INPUT',
    `Invalid --to "${to}": expected a file with the extension .csv, .svg or .png.`,
  );
}
