import { cutToWidth } from '../../cut-to-width';
import type { Output } from '../../progress';
import type { CurvePoint } from '../../recommender/training/curve';
import type { TrainingProgress } from '../../recommender/training/run-progress-stream';
import type { TrainingRun } from '../../recommender/training/run-repository';
import { drawCurve } from './draw-curve';

/** Shows the progress of a run. Cheap enough to call for every change. */
export type ShowTraining = (progress: TrainingProgress, curve: readonly CurvePoint[]) => void;

const JSON_INTERVAL_MS = 1_000;
const CURVE_ROWS = 4;
const LABEL_WIDTH = 18;
const MIN_CURVE_WIDTH = 20;

/**
 * Draws the curves of loss and reward in place if the stream is a terminal. Otherwise writes a line of JSON per second.
 */
export function createShowTraining(output: Output, run: TrainingRun, { json = false } = {}): ShowTraining {
  return output.isTTY && !json ? drawing(output, run) : jsonLines(output);
}

function jsonLines(output: Output): ShowTraining {
  let shownAt = -Infinity;
  return (progress) => {
    const isOver = progress.status !== 'RUNNING';
    if (!isOver && performance.now() - shownAt < JSON_INTERVAL_MS) return;
    shownAt = performance.now();
    output.write(`${JSON.stringify({ time: new Date().toISOString(), ...progress })}\n`);
  };
}

function drawing(output: Output, run: TrainingRun): ShowTraining {
  let drawn = 0;
  return (progress, points) => {
    const columns = output.columns ?? 80;
    const width = Math.max(MIN_CURVE_WIDTH, columns - LABEL_WIDTH - 1);
    const chart = (label: string, current: number | null, valueOf: (point: CurvePoint) => number | null) => {
      const values = points.map((point) => ({ step: point.step, value: valueOf(point) }));
      const labels = [label, current === null ? '-' : current.toPrecision(4)];
      return drawCurve(values, width, CURVE_ROWS).map(
        (row, i) => `${(labels[i] ?? '').padEnd(LABEL_WIDTH)}${row}`,
      );
    };
    const lines = [
      describe(run, progress),
      ...chart('loss', progress.loss, ({ loss }) => loss),
      ...chart('mean reward', progress.meanReward, ({ meanReward }) => meanReward),
      `${''.padEnd(LABEL_WIDTH)}${describeAxis(points, width)}`,
    ];
    const back = drawn > 0 ? `\x1b[${drawn}A` : '';
    output.write(`${back}${lines.map((line) => `\x1b[2K${cutToWidth(line, columns - 1)}\n`).join('')}`);
    drawn = lines.length;
  };
}

/** The first and last step, at the ends of the axis. */
function describeAxis(points: readonly CurvePoint[], width: number): string {
  const [first, last] = [points[0], points[points.length - 1]].map((point) => String(point?.step ?? ''));
  const middle = 'step, log scale';
  const left = Math.max(1, Math.floor((width - middle.length) / 2) - first.length);
  const axis = `${first}${' '.repeat(left)}${middle}`;
  return `${axis}${' '.repeat(Math.max(1, width - axis.length - last.length))}${last}`;
}

function describe({ policy, id }: TrainingRun, progress: TrainingProgress): string {
  const { status, step, stepsPerSecond, epsilon, validation } = progress;
  const parts = [
    `${policy} ${status === 'RUNNING' ? 'training' : status.toLowerCase()}, run ${id.slice(0, 8)}`,
    `step ${step}`,
    `${stepsPerSecond.toFixed(1)} steps/s`,
    `ε ${epsilon.toFixed(3)}`,
    ...(validation === null ? [] : [`validation ${validation.toFixed(4)}`]),
  ];
  return parts.join('  ');
}
