import { randomUUID } from 'node:crypto';
import { AppError } from '../../app-error';
import type { Graph } from '../../graph/graph';
import type { Engine } from '../engine/load-engine';
import type { FilmCatalogue } from '../films/film-catalogue';
import { loadLearningData } from '../policies/load-learning-data';
import { POLICY_NAMES, type PolicyName } from '../policy';
import { readImpressions } from '../impressions/read-impressions';
import type { EvaluatedPolicy } from './evaluate-policy';
import {
  createEvaluation,
  type Evaluation,
  saveEvaluation,
  readEvaluations,
  requireEvaluation,
} from './evaluation-repository';
import { type EvaluationWorker, startEvaluationWorker } from './worker-handle';
import { temporalSplit } from '../metrics/temporal-split';

/** What to compare, and how. */
export interface EvaluationRequest {
  /** All of them where it is left out. */
  readonly policies?: readonly PolicyName[];
  readonly k: number;
  readonly share: number;
  readonly seed?: number;
  /** Whether it ends where another one is asked for. */
  readonly givesWay?: boolean;
}

/** Compares policies in a thread of its own, one evaluation at a time, and knows all evaluations of the graph. */
export interface Evaluations {
  /**
   * Starts an evaluation and returns it at once.
   * @throws AppError BAD_USER_INPUT where nothing can be measured, TRAINING_BUSY while another one goes on here
   * that does not give way
   */
  start(request: EvaluationRequest): Promise<Evaluation>;
  find(id: string): Promise<Evaluation>;
  newest(first: number): Promise<Evaluation[]>;
  /** Resolves when no evaluation goes on in this process. */
  idle(): Promise<void>;
  /** Ends the evaluation of this process; it reads INTERRUPTED soon after. */
  close(): Promise<void>;
}

export interface EvaluationsOptions {
  graph: Graph;
  engine: Engine;
  catalogue: () => Promise<FilmCatalogue>;
  /** The seed of an evaluation that is given none. */
  seed: number;
}

/** An evaluation of this process. */
interface EvaluationHere {
  readonly givesWay: boolean;
  /** Undefined where it could not begin. */
  readonly thread: Promise<EvaluationWorker | undefined>;
  readonly ended: Promise<void>;
}

/** How often the graph is told that an evaluation goes on. */
const HEARTBEAT_MS = 2_000;

export function createEvaluations(options: EvaluationsOptions): Evaluations {
  const { graph } = options;
  let current: EvaluationHere | undefined;

  const stop = async (): Promise<void> => {
    const stopped = current;
    await (await stopped?.thread)?.stop();
    await stopped?.ended;
  };

  const start = async (request: EvaluationRequest): Promise<Evaluation> => {
    if (current?.givesWay) await stop();
    if (current) {
      throw new AppError(
        'TRAINING_BUSY',
        'An evaluation goes on in this process. Wait for it, then ask again.',
      );
    }
    let finish = () => {};
    const beginning = begin(request, options);
    current = {
      givesWay: request.givesWay ?? false,
      ended: new Promise((resolve) => (finish = resolve)),
      thread: beginning.then(
        ({ thread }) => thread,
        () => undefined,
      ),
    };
    const forget = () => {
      current = undefined;
      finish();
    };
    try {
      const { id, thread } = await beginning;
      void conduct(graph, id, thread).finally(forget);
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
  { policies = POLICY_NAMES, k, share, seed }: EvaluationRequest,
  options: EvaluationsOptions,
) {
  const { graph, engine } = options;
  const catalogue = await options.catalogue();
  const [{ log, ...data }, lists] = await Promise.all([
    loadLearningData(graph, catalogue),
    readImpressions(graph, catalogue.numbers),
  ]);
  const named = policies.filter((policy) => policy !== 'TUTORIAL' || data.vectors);
  const split = temporalSplit(log, share);
  const count = (histories: readonly Int32Array[]) => histories.reduce((sum, { length }) => sum + length, 0);
  const start = {
    seed: seed ?? options.seed,
    k,
    share,
    customers: split.test.filter(({ length }) => length > 0).length,
    trainRentals: count(split.train.histories),
    testRentals: count(split.test),
    engine: `${engine.name} ${engine.version}`,
  };
  if (start.trainRentals === 0 || start.testRentals === 0) {
    const message = `Cut at ${share} of each history, ${start.trainRentals} rentals are left to learn from and ${start.testRentals} to measure on. Import or record more rentals, or choose another share.`;
    throw new AppError('BAD_USER_INPUT', message);
  }
  const id = randomUUID();
  await createEvaluation(graph, id, start);
  const order = {
    engine: engine.name,
    policies: named,
    split,
    ...data,
    lists,
    k,
    seed: start.seed,
  };
  return { id, thread: startEvaluationWorker(order) };
}

/** Writes down what the thread finds, as it finds it. A graph that is away misses a heartbeat, nothing more. */
async function conduct(graph: Graph, id: string, thread: EvaluationWorker): Promise<void> {
  const evaluated: EvaluatedPolicy[] = [];
  let writing: Promise<void> = Promise.resolve();
  const keep = () =>
    (writing = writing.then(() => saveEvaluation(graph, id, evaluated)).catch(() => undefined));
  const heartbeat = setInterval(keep, HEARTBEAT_MS);
  thread.onEvaluated((policy) => {
    evaluated.push(policy);
    void keep();
  });
  const end = await thread.ended;
  clearInterval(heartbeat);
  await writing;
  if (end.status !== 'STOPPED')
    await saveEvaluation(graph, id, evaluated, { status: end.status, error: end.error });
}
