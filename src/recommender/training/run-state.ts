import { EventEmitter, once } from 'node:events';
import type { LearnerStep } from '../policies/learner';
import { Curve, type CurvePoint } from './curve';
import type { RunProgress } from './run-repository';

/** The weight of the latest batch of steps in the moving average of the speed. */
const AVERAGING = 0.3;

/** The state of a run of this process, updated with every batch of steps. */
export class RunState {
  private readonly changes = new EventEmitter().setMaxListeners(0);
  private readonly allSteps = new Curve();
  /** When training began, in milliseconds. */
  private beganAt = performance.now();
  /** When the latest batch of steps arrived, in milliseconds. */
  private updatedAt = performance.now();
  progress: RunProgress;

  /** Starts with the progress of the resumed run. */
  constructor({ step, meanReward, epsilon }: Pick<RunProgress, 'step' | 'meanReward' | 'epsilon'>) {
    const initial = { loss: null, reward: 0, stepsPerSecond: 0, validation: null, error: null };
    this.progress = { ...initial, step, meanReward, epsilon };
  }

  /** Marks the start of training, to measure time and speed. */
  begin(): void {
    this.beganAt = performance.now();
    this.updatedAt = this.beganAt;
  }

  add(steps: readonly LearnerStep[]): void {
    const last = steps.at(-1);
    if (!last) return;
    const seconds = (performance.now() - this.beganAt) / 1_000;
    for (const step of steps) this.allSteps.add(step, seconds);
    const losses = steps.flatMap(({ loss }) => loss ?? []);
    const validations = [this.progress, ...steps].flatMap(({ validation }) => validation ?? []);
    this.progress = {
      step: last.step,
      loss: losses.length > 0 ? mean(losses) : null,
      reward: mean(steps.map(({ reward }) => reward)),
      meanReward: last.meanReward,
      epsilon: last.epsilon,
      stepsPerSecond: this.speed(steps.length),
      validation: validations.length > 0 ? Math.max(...validations) : null,
      error: this.progress.error,
    };
    this.changes.emit('change');
  }

  setError(error: string | null): void {
    this.progress = { ...this.progress, error };
    this.changes.emit('change');
  }

  curve(): CurvePoint[] {
    return this.allSteps.points();
  }

  /** Resolves at the next change; rejects if the signal aborts. */
  changed(signal: AbortSignal): Promise<unknown> {
    return once(this.changes, 'change', { signal });
  }

  private speed(steps: number): number {
    const now = performance.now();
    const seconds = Math.max((now - this.updatedAt) / 1_000, 0.001);
    this.updatedAt = now;
    const speed = steps / seconds;
    const average = this.progress.stepsPerSecond;
    return average === 0 ? speed : average + AVERAGING * (speed - average);
  }
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
