import type { LearnerStep } from './learner';

/** Training cannot continue: the loss is not finite or grows without bound, or the weights are not finite. */
export class Diverged extends Error {}

/** The weight of the newest loss in the moving average. */
const AVERAGING = 0.02;
/** Training has diverged when the average exceeds its lowest value by this factor. */
const TOLERANCE = 100;
/** Number of losses before the average is checked. */
const WARM_UP = 100;

/**
 * Returns a function that checks the loss of each step.
 * @throws Diverged (the returned function) if training must stop after this step
 */
export function createDivergenceWatch(): (step: LearnerStep) => void {
  let losses = 0;
  let average = 0;
  let lowest = Infinity;
  return ({ step, loss }) => {
    if (loss === null) return;
    if (!Number.isFinite(loss)) throw new Diverged(`The loss is ${loss} at step ${step}.`);
    losses++;
    average += Math.max(AVERAGING, 1 / losses) * (Math.abs(loss) - average);
    if (losses < WARM_UP) return;
    lowest = Math.min(lowest, average);
    if (average <= TOLERANCE * lowest) return;
    throw new Diverged(
      `Training diverged at step ${step}: the average loss rose from ${lowest.toPrecision(3)} to ${average.toPrecision(3)}.`,
    );
  };
}

/**
 * Checks that all weights are finite.
 * @throws Diverged that names the first array with NaN or Infinity
 */
export function requireFinite(arrays: Readonly<Record<string, Float32Array>>): void {
  const invalid = Object.keys(arrays).find((name) => !arrays[name].every(Number.isFinite));
  if (invalid) throw new Diverged(`${invalid} contains NaN or Infinity.`);
}
