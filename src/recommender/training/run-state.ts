import { EventEmitter, once } from 'node:events';
import { Curve, type CurvePoint } from './curve';
import type { LearnerStep } from '../policies/learner';
import type { RunProgress } from './run-publisher';

/** The weight of the newest batch of steps in the moving speed. */
const AVERAGING = 0.3;

/** Where a run of this process stands, step by step. */
export class RunState {
  private readonly changes = new EventEmitter().setMaxListeners(0);
  private readonly course = new Curve();
  /** When the last batch of steps came, in milliseconds. */
  private toldAt = performance.now();
  /** Steps and averages of the last batch of steps. */
  progress: RunProgress;

  /** Begins where an earlier run left off, or at nothing. */
  constructor({ step, meanReward, epsilon }: Pick<RunProgress, 'step' | 'meanReward' | 'epsilon'>) {
    const nothing = { loss: null, reward: 0, stepsPerSecond: 0, validation: null };
    this.progress = { ...nothing, step, meanReward, epsilon };
  }

  /** The thread begins to learn: speed counts from here. */
  begin(): void {
    this.toldAt = performance.now();
  }

  add(steps: readonly LearnerStep[]): void {
    const last = steps.at(-1);
    if (!last) return;
    for (const step of steps) this.course.add(step);
    const losses = steps.flatMap(({ loss }) => loss ?? []);
    const validations = steps.flatMap(({ validation }) => validation ?? []);
    this.progress = {
      step: last.step,
      loss: losses.length > 0 ? mean(losses) : null,
      reward: mean(steps.map(({ reward }) => reward)),
      meanReward: last.meanReward,
      epsilon: last.epsilon,
      stepsPerSecond: this.speed(steps.length),
      validation: validations.reduce<number | null>(
        (best, value) => Math.max(best ?? -Infinity, value),
        this.progress.validation,
      ),
    };
    this.changes.emit('change');
  }

  curve(): CurvePoint[] {
    return this.course.points();
  }

  /** Resolves at the next change, or rejects where it is aborted. */
  changed(signal: AbortSignal): Promise<unknown> {
    return once(this.changes, 'change', { signal });
  }

  private speed(steps: number): number {
    const now = performance.now();
    const seconds = Math.max((now - this.toldAt) / 1_000, 0.001);
    this.toldAt = now;
    const speed = steps / seconds;
    const known = this.progress.stepsPerSecond;
    return known === 0 ? speed : known + AVERAGING * (speed - known);
  }
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
