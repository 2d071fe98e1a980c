import type { LearnerStep } from '../policies/learner';

/** A point of a learning curve: one step, or the averages of several consecutive steps. */
export interface CurvePoint {
  /** The last step that it covers. */
  readonly step: number;
  /** Training time at that step in seconds, since the run started; undefined if it was not recorded. */
  readonly seconds?: number;
  /** Mean over the steps that updated weights; null without such steps. */
  readonly loss: number | null;
  /** Mean over the steps. */
  readonly reward: number;
  readonly meanReward: number;
  readonly epsilon: number;
  /** The last validation score of the steps; null if it was not measured. */
  readonly validation: number | null;
}

/** A point with the number of steps that it averages. */
interface Bucket extends CurvePoint {
  readonly steps: number;
  readonly losses: number;
}

/** Maximum number of points of a curve, twice the maximum that can be requested. */
const CAPACITY = 2_000;

/** Maximum number of points that can be requested. */
export const MAX_POINTS = CAPACITY / 2;

/** The learning curve of a run in limited memory. When it is full, pairs of points are averaged into one. */
export class Curve {
  private buckets: Bucket[] = [];
  /** Number of steps per full bucket. */
  private width = 1;

  /** @param seconds training time at this step */
  add({ step, loss, reward, meanReward, epsilon, validation }: LearnerStep, seconds?: number): void {
    const bucket = {
      step,
      seconds,
      loss,
      reward,
      meanReward,
      epsilon,
      validation,
      steps: 1,
      losses: Number(loss !== null),
    };
    const last = this.buckets.at(-1);
    if (last && last.steps < this.width) this.buckets[this.buckets.length - 1] = merge(last, bucket);
    else this.buckets.push(bucket);
    if (this.buckets.length < CAPACITY) return;
    this.buckets = thin(this.buckets, MAX_POINTS);
    this.width *= 2;
  }

  /** Returns the points. */
  points(): CurvePoint[] {
    return this.buckets.map(toPoint);
  }
}

/** Reduces a curve to at most `max` points by averaging neighbors. */
export function thinCurve(points: readonly CurvePoint[], max: number): CurvePoint[] {
  const buckets = points.map((point) => ({ ...point, steps: 1, losses: Number(point.loss !== null) }));
  return thin(buckets, max).map(toPoint);
}

function thin(buckets: readonly Bucket[], max: number): Bucket[] {
  if (buckets.length <= max) return [...buckets];
  return Array.from({ length: max }, (_, i) => {
    const from = Math.floor((i * buckets.length) / max);
    const to = Math.floor(((i + 1) * buckets.length) / max);
    return buckets.slice(from, to).reduce(merge);
  });
}

function merge(a: Bucket, b: Bucket): Bucket {
  const steps = a.steps + b.steps;
  const losses = a.losses + b.losses;
  const sum = (a.loss ?? 0) * a.losses + (b.loss ?? 0) * b.losses;
  return {
    step: b.step,
    seconds: b.seconds,
    loss: losses > 0 ? sum / losses : null,
    reward: (a.reward * a.steps + b.reward * b.steps) / steps,
    meanReward: b.meanReward,
    epsilon: b.epsilon,
    validation: b.validation ?? a.validation,
    steps,
    losses,
  };
}

function toPoint({ step, seconds, loss, reward, meanReward, epsilon, validation }: Bucket): CurvePoint {
  return { step, seconds, loss, reward, meanReward, epsilon, validation };
}
