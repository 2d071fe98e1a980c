import type { CurvePoint } from '../../recommender/training/curve';
import type { TrainingProgress } from '../../recommender/training/run-progress-stream';
import type { TrainingRun } from '../../recommender/training/run-repository';
import { drawCurve } from './draw-curve';

/** Where a training is shown. */
export type Output = NodeJS.WritableStream & { isTTY?: boolean; columns?: number };

/** Shows where a run stands; may be called as often as one likes. */
export type ShowTraining = (progress: TrainingProgress, curve: readonly CurvePoint[]) => void;

const LINE_INTERVAL_MS = 1_000;
const CURVE_ROWS = 4;
const LABEL_WIDTH = 18;

/** On a terminal the curves of loss and reward, drawn anew as they grow; elsewhere a line of JSON a second. */
export function createShowTraining(output: Output, run: TrainingRun): ShowTraining {
  return output.isTTY ? drawing(output, run) : jsonLines(output);
}

function jsonLines(output: Output): ShowTraining {
  let shownAt = -Infinity;
  return (progress) => {
    const isOver = progress.status !== 'RUNNING';
    if (!isOver && performance.now() - shownAt < LINE_INTERVAL_MS) return;
    shownAt = performance.now();
    output.write(`${JSON.stringify({ time: new Date().toISOString(), ...progress })}\n`);
  };
}

function drawing(output: Output, run: TrainingRun): ShowTraining {
  let drawn = 0;
  return (progress, curve) => {
    const width = Math.max(20, (output.columns ?? 80) - LABEL_WIDTH - 1);
    const chart = (label: string, value: number | null, values: (number | null)[]) =>
      drawCurve(values, width, CURVE_ROWS).map((row, at) => {
        const words = at === 0 ? label : at === 1 ? shown(value) : '';
        return `${words.padEnd(LABEL_WIDTH)}${row}`;
      });
    const lines = [
      describe(run, progress),
      ...chart(
        'loss',
        progress.loss,
        curve.map(({ loss }) => loss),
      ),
      ...chart(
        'mean reward',
        progress.meanReward,
        curve.map(({ meanReward }) => meanReward),
      ),
    ];
    const back = drawn > 0 ? `\x1b[${drawn}A` : '';
    output.write(`${back}${lines.map((line) => `\x1b[2K${line}\n`).join('')}`);
    drawn = lines.length;
  };
}

function describe({ policy, id }: TrainingRun, progress: TrainingProgress): string {
  const { status, step, stepsPerSecond, epsilon, validation } = progress;
  const parts = [
    `${policy} ${status === 'RUNNING' ? 'learns' : status.toLowerCase()}, run ${id.slice(0, 8)}`,
    `step ${step}`,
    `${stepsPerSecond.toFixed(1)} steps/s`,
    `ε ${epsilon.toFixed(3)}`,
    ...(validation === null ? [] : [`validation ${validation.toFixed(4)}`]),
  ];
  return parts.join('  ');
}

const shown = (value: number | null) => (value === null ? '-' : value.toPrecision(4));
