import { writeFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { AppError } from '../../app-error';
import type { Graph } from '../../graph/graph';
import type { CurvePoint } from '../../recommender/training/curve';
import { readCurve, readTrainingRuns, requireTrainingRun } from '../../recommender/training/run-repository';
import { curveAsCsv, curveAsPng, curveAsSvg } from './curve-file';

type Format = (points: readonly CurvePoint[], title: string) => string | Promise<Uint8Array>;

const FORMATS: Readonly<Record<string, Format>> = {
  '.csv': curveAsCsv,
  '.svg': curveAsSvg,
  '.png': curveAsPng,
};

/**
 * Writes the curves of a training run, the newest where none is named: every point as CSV, or drawn as SVG or PNG.
 * @returns the files
 * @throws AppError BAD_USER_INPUT for another ending of the path, NOT_FOUND for an unknown run or where there is none
 */
export async function exportCurves(
  graph: Graph,
  id: string | undefined,
  { to }: { to: string },
): Promise<string[]> {
  const run = id === undefined ? (await readTrainingRuns(graph, 1))[0] : await requireTrainingRun(graph, id);
  if (!run) throw new AppError('NOT_FOUND', 'There is no training run yet. Start one: reelgraph train.');
  const points = await readCurve(graph, run.id);
  await writeFile(to, await curvesFormat(to)(points, `${run.policy}, seed ${run.seed}`));
  return [to];
}

/** @throws AppError BAD_USER_INPUT */
export function curvesFormat(to: string): Format {
  const format = FORMATS[extname(to)];
  if (format) return format;
  throw new AppError(
    'BAD_USER_INPUT',
    `--to got ${to}; curves go to a file that ends in .csv, .svg or .png.`,
  );
}
