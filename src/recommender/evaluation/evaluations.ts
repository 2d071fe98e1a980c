import { randomUUID } from 'node:crypto';
import { AppError } from '../../app-error';
import type { Graph } from '../../graph/graph';
import type { Logger } from '../../logger';
import { startWorker, type WorkerHandle } from '../../worker/start-worker';
import type { Engine } from '../engine/load-engine';
import { readImpressions } from '../impressions/read-impressions';
import { dateAtShare, splitLog, type SplitKind } from '../metrics/split-log';
import { type LearningCatalogue, loadLearningData } from '../policies/load-learning-data';
import { POLICY_NAMES, type PolicyName } from '../policies/policy';
import type { EvaluatedPolicy } from './evaluate-policy';
import {
  createEvaluation,
  type Evaluation,
  readEvaluations,
  requireEvaluation,
  saveEvaluation,
} from './evaluation-repository';
import type { EvaluationOrder, EvaluationUpdate, SkippedPolicy } from './worker';

/** The policies to compare and the protocol. */
export interface EvaluationRequest {
  /** @default all policies */
  readonly policies?: readonly PolicyName[];
  /** Films of each list that count. */
  readonly k: number;
  /** @default GLOBAL, because in production a policy sees customers and trends that were not in its training data */
  readonly split?: SplitKind;
  /** The share of rentals to train on. */
  readonly share: number;
  /** For GLOBAL: the date that cuts the log, in milliseconds since 1970. @default the date at `share` of all rentals */
  readonly date?: number;
  readonly seed?: number;
  /** Whether another evaluation may stop this one. */
  readonly preemptible?: boolean;
}

/** Compares policies in a worker, one evaluation at a time, and reads the stored evaluations. */
export interface Evaluations {
  /**
   * Starts an evaluation and returns it immediately. Policies that cannot take part are skipped with the reason.
   * @throws AppError BAD_USER_INPUT if a part of the split is empty, EVALUATION_BUSY if this process already runs an
   * evaluation that is not preemptible
   */
  start(request: EvaluationRequest): Promise<Evaluation>;
  /** @throws AppError NOT_FOUND */
  find(id: string): Promise<Evaluation>;
  newest(first: number): Promise<Evaluation[]>;
  /** Resolves when no evaluation is running in this process. */
  idle(): Promise<void>;
  /** Stops the evaluation of this process; its status becomes INTERRUPTED. */
  close(): Promise<void>;
}

export interface EvaluationsOptions {
  graph: Graph;
  engine: Engine;
  catalogue: () => Promise<LearningCatalogue>;
  /** The default seed of evaluations. */
  seed: number;
  logger: Logger;
}

/** The evaluation that is running in this process. */
interface RunningEvaluation {
  readonly preemptible: boolean;
  /** Undefined if the worker could not be started. */
  readonly worker: Promise<WorkerHandle<void> | undefined>;
  readonly ended: Promise<void>;
}

/** The interval between heartbeats in the graph. */
const HEARTBEAT_MS = 2_000;

export function createEvaluations(options: EvaluationsOptions): Evaluations {
  const { graph } = options;
  let current: RunningEvaluation | undefined;

  const stop = async (): Promise<void> => {
    const stopped = current;
    await (await stopped?.worker)?.stop();
    await stopped?.ended;
  };

  const start = async (request: EvaluationRequest): Promise<Evaluation> => {
    if (current?.preemptible) await stop();
    if (current) {
      throw new AppError(
        'EVALUATION_BUSY',
        'This process is already running an evaluation. Wait until it ends, then try again.',
      );
    }
    let finish = () => {};
    const beginning = begin(request, options);
    current = {
      preemptible: request.preemptible ?? false,
      ended: new Promise((resolve) => (finish = resolve)),
      worker: beginning.then(
        ({ worker }) => worker,
        () => undefined,
      ),
    };
    const forget = () => {
      current = undefined;
      finish();
    };
    try {
      const { id, stored } = await beginning;
      void stored.finally(forget);
      return await requireEvaluation(graph, id);
    } catch (error) {
      forget();
      throw error;
    }
  };

  return {
    start,
    find: (id) => requireEvaluation(graph, id),
    newest: (first) => readEvaluations(graph, first),
    idle: async () => current?.ended,
    close: stop,
  };
}

async function begin(
  { policies = POLICY_NAMES, k, split: kind = 'GLOBAL', share, date, seed }: EvaluationRequest,
  options: EvaluationsOptions,
) {
  const { graph, engine } = options;
  const catalogue = await options.catalogue();
  const [{ log, ...data }, lists] = await Promise.all([
    loadLearningData(graph, catalogue),
    readImpressions(graph, catalogue.numbers, { explored: true }),
  ]);
  const cut = kind === 'GLOBAL' ? (date ?? dateAtShare(log, share)) : null;
  const split = splitLog(log, { kind, share, date: cut ?? undefined });
  const start = {
    seed: seed ?? options.seed,
    k,
    split: kind,
    share,
    date: cut,
    customers: split.cases.length,
    trainRentals: split.train.histories.reduce((sum, { length }) => sum + length, 0),
    testRentals: split.cases.reduce((sum, { test }) => sum + test.length, 0),
    engine: `${engine.name} ${engine.version}`,
  };
  if (start.trainRentals === 0 || start.testRentals === 0) {
    const message = `The split ${kind} leaves ${start.trainRentals} rentals to train on and ${start.testRentals} to test on; both must be above 0. Import or record more rentals, or choose another split, share or date.`;
    throw new AppError('BAD_USER_INPUT', message);
  }
  const id = randomUUID();
  await createEvaluation(graph, id, start);
  const order = { engine: engine.name, policies, split, ...data, lists, k, seed: start.seed };
  return { id, ...runEvaluation(id, order, options) };
}

/**
 * Starts the worker and stores its results. A failed write is logged, and the next heartbeat writes the results again.
 */
function runEvaluation(
  id: string,
  task: EvaluationOrder,
  { graph, logger }: EvaluationsOptions,
): { worker: WorkerHandle<void>; stored: Promise<void> } {
  const evaluated: EvaluatedPolicy[] = [];
  const skipped: SkippedPolicy[] = [];
  let writing: Promise<void> = Promise.resolve();
  const save = () => {
    writing = writing
      .then(() => saveEvaluation(graph, id, { evaluated, skipped }))
      .catch((err: unknown) =>
        logger.warn({ err, evaluation: id }, 'Storing the evaluation failed, retrying in 2 seconds'),
      );
  };
  const worker = startWorker<EvaluationOrder, EvaluationUpdate, void>({
    folder: __dirname,
    entry: 'worker',
    task,
    onProgress: (update) => {
      if (update.kind === 'evaluated') evaluated.push(update.evaluated);
      else skipped.push(update.skipped);
      save();
    },
  });
  const heartbeat = setInterval(save, HEARTBEAT_MS);

  const storeEnd = async (): Promise<void> => {
    const end = await worker.ended;
    clearInterval(heartbeat);
    await writing;
    if (end.status === 'STOPPED') return;
    if (end.status === 'FAILED') logger.warn({ err: end.cause, evaluation: id }, 'Evaluation failed');
    const error =
      end.status === 'FAILED'
        ? end.error
        : evaluated.length === 0
          ? 'No policy could take part; see skipped for the reasons.'
          : undefined;
    const status = error === undefined ? 'SUCCEEDED' : 'FAILED';
    await saveEvaluation(graph, id, { evaluated, skipped }, { status, error }).catch((err: unknown) =>
      logger.error({ err, evaluation: id }, 'Storing the end of the evaluation failed'),
    );
  };
  return { worker, stored: storeEnd() };
}
