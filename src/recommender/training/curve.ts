import type { LearnerStep } from '../policies/learner';

/** One place of a curve: one learning step, or several in a row. */
export interface CurvePoint {
  /** The last of its steps. */
  readonly step: number;
  /** Mean over those of its steps that learned; null where none did. */
  readonly loss: number | null;
  /** Mean over its steps. */
  readonly reward: number;
  readonly meanReward: number;
  readonly epsilon: number;
  /** The last that its steps measured; null where none did. */
  readonly validation: number | null;
}

/** A point that remembers how much it stands for. */
interface Bucket extends CurvePoint {
  readonly steps: number;
  readonly losses: number;
}

/** Points that a curve holds at the most; twice as many as can be asked for. */
const CAPACITY = 2_000;

/** How many points of a curve can be asked for at the most. */
export const MAX_POINTS = CAPACITY / 2;

/** The course of a run, in bounded room: when it is full, neighbours become one, and so on with coarser points. */
export class Curve {
  private buckets: Bucket[] = [];
  /** How many steps a full bucket stands for. */
  private width = 1;

  add({ step, loss, reward, meanReward, epsilon, validation }: LearnerStep): void {
    const bucket = {
      step,
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

  /** The points so far. */
  points(): CurvePoint[] {
    return this.buckets.map(toPoint);
  }
}

/** At most `most` points that stand for all of the given ones: neighbours are averaged. */
export function thinCurve(points: readonly CurvePoint[], most: number): CurvePoint[] {
  const buckets = points.map((point) => ({ ...point, steps: 1, losses: Number(point.loss !== null) }));
  return thin(buckets, most).map(toPoint);
}

function thin(buckets: readonly Bucket[], most: number): Bucket[] {
  if (buckets.length <= most) return [...buckets];
  return Array.from({ length: most }, (_, at) => {
    const from = Math.floor((at * buckets.length) / most);
    const to = Math.floor(((at + 1) * buckets.length) / most);
    return buckets.slice(from, to).reduce(merge);
  });
}

function merge(a: Bucket, b: Bucket): Bucket {
  const steps = a.steps + b.steps;
  const losses = a.losses + b.losses;
  const sum = (a.loss ?? 0) * a.losses + (b.loss ?? 0) * b.losses;
  return {
    step: b.step,
    loss: losses > 0 ? sum / losses : null,
    reward: (a.reward * a.steps + b.reward * b.steps) / steps,
    meanReward: b.meanReward,
    epsilon: b.epsilon,
    validation: b.validation ?? a.validation,
    steps,
    losses,
  };
}

function toPoint({ step, loss, reward, meanReward, epsilon, validation }: Bucket): CurvePoint {
  return { step, loss, reward, meanReward, epsilon, validation };
}
