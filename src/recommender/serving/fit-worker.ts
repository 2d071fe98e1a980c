/** The entry point of a worker that reads the rentals and fits a baseline to them. */
import { answerGraphTask } from '../../graph/graph-task';
import { type BaselineModel, type BaselineName, fitBaselineModel } from '../policies/baselines/fit-baseline';
import { loadRentalLog } from '../rentals/load-rental-log';

/** The input of the worker. */
export interface FitTask {
  readonly name: BaselineName;
  readonly films: readonly string[];
  readonly seed: number;
  /** Fits to the rentals before this moment, in milliseconds since 1970. Default: all rentals. */
  readonly until?: number;
}

answerGraphTask<FitTask, BaselineModel>(async (graph, { name, films, seed, until }) =>
  fitBaselineModel(name, await loadRentalLog(graph, films, until), seed),
);
