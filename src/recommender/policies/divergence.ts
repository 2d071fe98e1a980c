import type { LearnerStep } from './learner';

/** Why learning must not go on: its numbers are none, or it gets worse without bound. */
export class Diverged extends Error {}

/** The weight of the newest loss in the moving average. */
const AVERAGING = 0.02;
/** How many times its lowest value the average may reach before learning counts as diverged. */
const TOLERANCE = 100;
/** Losses that are seen before any of that is judged. */
const PATIENCE = 100;

/**
 * Watches the losses of a run, step by step.
 * @throws Diverged where learning must not go on after this step
 */
export function createDivergenceWatch(): (step: LearnerStep) => void {
  let seen = 0;
  let average = 0;
  let lowest = Infinity;
  return ({ step, loss }) => {
    if (loss === null) return;
    if (!Number.isFinite(loss)) throw new Diverged(`The loss is ${loss} at step ${step}.`);
    seen++;
    average += Math.max(AVERAGING, 1 / seen) * (Math.abs(loss) - average);
    if (seen < PATIENCE) return;
    lowest = Math.min(lowest, average);
    if (average <= TOLERANCE * lowest) return;
    const [now, before] = [average.toPrecision(3), lowest.toPrecision(3)];
    throw new Diverged(
      `Learning diverged at step ${step}: the loss averages ${now}, and it was ${before} before.`,
    );
  };
}

/**
 * Makes sure that what was learned can be served.
 * @throws Diverged naming the array that holds a number which is none
 */
export function requireFinite(arrays: Readonly<Record<string, Float32Array>>): void {
  const broken = Object.keys(arrays).find((name) => !arrays[name].every(Number.isFinite));
  if (broken) throw new Diverged(`Learning diverged: ${broken} holds a number that is none.`);
}
