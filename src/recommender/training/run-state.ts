import { EventEmitter, once } from 'node:events';
import { Curve, type CurvePoint } from './curve';
import type { LearnerStep } from '../policies/learner';
import type { RunProgress } from './run-publisher';

/** Weight of the newest batch of steps in the moving average of the speed. */
const AVERAGING = 0.3;

/** The state of a run of this process, updated step by step. */
export class RunState {
  private readonly changes = new EventEmitter().setMaxListeners(0);
  private readonly curvePoints = new Curve();
  /** When training began, in milliseconds. */
  private beganAt = performance.now();
  /** When the last batch of steps arrived, in milliseconds. */
  private lastBatchAt = performance.now();
  /** The progress after the last batch of steps. */
  progress: RunProgress;

  /** Starts from the state of an earlier run, or from zero. */
  constructor({ step, meanReward, epsilon }: Pick<RunProgress, 'step' | 'meanReward' | 'epsilon'>) {
    const initial = { loss: null, reward: 0, stepsPerSecond: 0, validation: null };
    this.progress = { ...initial, step, meanReward, epsilon };
  }

  /** Marks the start of training, from which time and speed are measured. */
  begin(): void {
    this.beganAt = performance.now();
    this.lastBatchAt = this.beganAt;
  }

  add(steps: readonly LearnerStep[]): void {
    const last = steps.at(-1);
    if (!last) return;
    const seconds = (performance.now() - this.beganAt) / 1_000;
    for (const step of steps) this.curvePoints.add(step, seconds);
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
    return this.curvePoints.points();
  }

  /** Resolves at the next change. Rejects if the signal is aborted. */
  changed(signal: AbortSignal): Promise<unknown> {
    return once(this.changes, 'change', { signal });
  }

  private speed(steps: number): number {
    const now = performance.now();
    const seconds = Math.max((now - this.lastBatchAt) / 1_000, 0.001);
    this.lastBatchAt = now;
    const speed = steps / seconds;
    const known = this.progress.stepsPerSecond;
    return known === 0 ? speed : known + AVERAGING * (speed - known);
  }
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
