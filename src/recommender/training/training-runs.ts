import { AppError, type ErrorCode } from '../../app-error';
import type { TrainablePolicy } from '../policies/policy';
import { cancelRemoteRun } from './cancel-remote-run';
import type { CurvePoint } from './curve';
import { streamRunProgress, type TrainingProgress } from './run-progress-stream';
import {
  readCurve,
  readNewestSavedRun,
  readTrainingRuns,
  requireTrainingRun,
  type TrainingRun,
} from './run-repository';
import type { SupervisedRun } from './run-supervisor';
import { startRun, type StartRunOptions } from './start-run';
import { runInterrupted, trainingBusy } from './training-lease';
import type { TrainingRequest } from './training-request';

/** Trains policies in workers, one run at a time, and reads all runs of the graph. */
export interface TrainingRuns {
  /**
   * Starts a run and returns it immediately.
   * @throws AppError TRAINING_BUSY, NOT_FOUND, EMBEDDINGS_MISSING
   */
  start(request: TrainingRequest): Promise<TrainingRun>;
  /**
   * Resumes the newest state of a policy for a few steps, and waits for the run to end.
   * @throws AppError TRAINING_BUSY, EMBEDDINGS_MISSING, or the expected failure of the run
   */
  step(policy: TrainablePolicy, steps: number): Promise<TrainingRun>;
  /** Cancels the run of this process if it is preemptible. */
  preempt(): Promise<void>;
  /** Cancels a run of any process and keeps its weights. Has no effect if the run has ended. */
  cancel(id: string): Promise<TrainingRun>;
  /** @throws AppError NOT_FOUND */
  find(id: string): Promise<TrainingRun>;
  newest(first: number): Promise<TrainingRun[]>;
  /** Returns the most recent run of a policy that can be resumed. */
  newestSaved(policy: TrainablePolicy): Promise<TrainingRun | undefined>;
  curve(id: string): Promise<CurvePoint[]>;
  /** Yields the state of a run at every change until it has ended, including the final state. */
  follow(id: string): AsyncGenerator<TrainingProgress, void, void>;
  /** Publishes the weights of this process's run, interrupts it so that it can be resumed, and ends all streams. */
  close(): Promise<void>;
}

/** The run of this process. */
interface CurrentRun {
  readonly preemptible: boolean;
  /** Undefined if the run could not be started. */
  readonly run: Promise<SupervisedRun | undefined>;
}

export function createTrainingRuns(options: StartRunOptions): TrainingRuns {
  const { graph } = options;
  const closing = new AbortController();
  let current: CurrentRun | undefined;

  const local = async (id: string): Promise<SupervisedRun | undefined> => {
    const run = await current?.run;
    return run?.show().id === id && !run.isEnding ? run : undefined;
  };
  const find = async (id: string) => (await local(id))?.show() ?? requireTrainingRun(graph, id);

  const preempt = async (): Promise<void> => {
    if (!current?.preemptible) return;
    const run = await current.run;
    run?.cancel();
    await run?.ended;
  };

  const begin = async (request: TrainingRequest): Promise<SupervisedRun> => {
    await preempt();
    const last = await current?.run;
    if (last?.isEnding) await last.ended;
    if (current) throw trainingBusy();
    const starting = startRun(request, options);
    const own: CurrentRun = {
      preemptible: request.preemptible ?? false,
      // The caller of `start` gets the error.
      run: starting.catch(() => undefined),
    };
    current = own;
    const forget = () => {
      if (current === own) current = undefined;
    };
    try {
      const run = await starting;
      void run.ended.finally(forget);
      return run;
    } catch (error) {
      forget();
      throw error;
    }
  };

  return {
    preempt,
    start: async (request) => (await begin(request)).show(),
    step: async (policy, steps) => {
      const resumed = await readNewestSavedRun(graph, policy);
      const run = await begin({ policy, steps, resume: resumed?.id, kind: 'STEP' });
      const code: ErrorCode | undefined = await run.ended;
      const ended = await requireTrainingRun(graph, run.show().id);
      if (ended.status === 'INTERRUPTED') throw runInterrupted(ended);
      if (ended.status !== 'FAILED') return ended;
      const message = `Training failed: ${ended.error ?? 'unknown error'}`;
      throw code ? new AppError(code, message) : new Error(message);
    },
    cancel: async (id) => {
      const run = await local(id);
      if (run) {
        run.cancel();
        await run.ended;
        return requireTrainingRun(graph, id);
      }
      return cancelRemoteRun(graph, id);
    },
    find,
    newest: async (first) => {
      const runs = await readTrainingRuns(graph, first);
      return Promise.all(runs.map(async (run) => (await local(run.id))?.show() ?? run));
    },
    newestSaved: (policy) => readNewestSavedRun(graph, policy),
    curve: async (id) => (await local(id))?.curve() ?? readCurve(graph, id),
    follow: (id) => streamRunProgress({ id, local, find, closing: closing.signal }),
    close: async () => {
      closing.abort();
      await (await current?.run)?.leave();
    },
  };
}
