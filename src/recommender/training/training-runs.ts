import type { Graph } from '../../graph/graph';
import type { Engine } from '../engine/load-engine';
import type { FilmCatalogue } from '../films/film-catalogue';
import { cancelRemoteRun } from './cancel-remote-run';
import type { CurvePoint } from './curve';
import { streamRunProgress, type TrainingProgress } from './run-progress-stream';
import type { TrainablePolicy } from '../policies/trainable-policies';
import type { SupervisedRun } from './run-supervisor';
import { startRun } from './start-run';
import { trainingBusy } from './training-lease';
import { readCurve, readTrainingRuns, requireTrainingRun, type TrainingRun } from './run-repository';

/** What to train. */
export interface TrainingOrder {
  readonly policy: TrainablePolicy;
  readonly seed?: number;
  /** How many steps at the most. */
  readonly steps?: number;
  /** The id of a run to go on from; its policy is the one that is trained. */
  readonly resume?: string;
  /** Whether the run ends, as CANCELLED, when this process is to train something else. */
  readonly givesWay?: boolean;
}

/** Trains policies in threads of their own, one run at a time, and knows all runs of the graph. */
export interface TrainingRuns {
  /**
   * Starts a run and returns it at once.
   * @throws AppError TRAINING_BUSY, NOT_FOUND, EMBEDDINGS_MISSING
   */
  start(order: TrainingOrder): Promise<TrainingRun>;
  /** Ends the run of this process, if it is one that gives way. */
  preempt(): Promise<void>;
  /** Stops a run, in whatever process it goes on, and keeps what it learned. A run that ended stays as it is. */
  cancel(id: string): Promise<TrainingRun>;
  find(id: string): Promise<TrainingRun>;
  newest(first: number): Promise<TrainingRun[]>;
  curve(id: string): Promise<CurvePoint[]>;
  /** Where a run stands, as often as it changes, until it ends; the last is its end. */
  follow(id: string): AsyncGenerator<TrainingProgress, void, void>;
  /** Publishes what the run of this process learned and leaves it, to be resumed; ends what follows runs. */
  close(): Promise<void>;
}

export interface TrainingRunsOptions {
  graph: Graph;
  engine: Engine;
  catalogue: () => Promise<FilmCatalogue>;
  /** The seed of a run that is given none. */
  seed: number;
  /** The most that a training thread's own heap may hold, in megabytes. */
  heapMegabytes?: number;
}

export function createTrainingRuns(options: TrainingRunsOptions): TrainingRuns {
  const { graph } = options;
  const closing = new AbortController();
  let current: Promise<SupervisedRun> | undefined;
  let givesWay = false;

  const local = async (id: string): Promise<SupervisedRun | undefined> => {
    const run = await current?.catch(() => undefined);
    return run?.show().id === id ? run : undefined;
  };
  const find = async (id: string) => (await local(id))?.show() ?? requireTrainingRun(graph, id);

  const preempt = async (): Promise<void> => {
    if (!givesWay) return;
    const run = await current?.catch(() => undefined);
    run?.cancel();
    await run?.ended;
  };

  return {
    preempt,
    start: async (order) => {
      await preempt();
      if (current) throw trainingBusy();
      givesWay = order.givesWay ?? false;
      current = startRun(order, options);
      const forget = () => {
        current = undefined;
        givesWay = false;
      };
      current.then((run) => run.ended.then(forget), forget);
      return (await current).show();
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
    curve: async (id) => (await local(id))?.curve() ?? readCurve(graph, id),
    follow: (id) => streamRunProgress({ id, local, find, closing: closing.signal }),
    close: async () => {
      closing.abort();
      await (await current?.catch(() => undefined))?.leave();
    },
  };
}
