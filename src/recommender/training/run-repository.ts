import { AppError } from '../../app-error';
import type { Graph } from '../../graph/graph';
import type { CurvePoint } from './curve';
import type { SavedLearner } from '../policies/learner';
import type { TrainablePolicy } from '../policies/trainable-policies';
import { type PackedLearner, unpackLearner } from '../policies/weights-codec';

export type RunStatus = 'RUNNING' | 'SUCCEEDED' | 'CANCELLED' | 'FAILED' | 'INTERRUPTED';

/** One training of a policy, as the graph keeps it. */
export interface TrainingRun {
  readonly id: string;
  readonly policy: TrainablePolicy;
  readonly status: RunStatus;
  readonly seed: number;
  /** ISO 8601. */
  readonly startedAt: string;
  readonly finishedAt: string | null;
  readonly engine: string;
  readonly engineVersion: string;
  /** How many steps it makes at the most. */
  readonly steps: number;
  /** Steps learned so far, those that it went on from included. */
  readonly step: number;
  readonly loss: number | null;
  readonly reward: number;
  readonly meanReward: number;
  readonly epsilon: number;
  readonly stepsPerSecond: number;
  /** NDCG@10 on what early stopping holds out, the best so far. */
  readonly validation: number | null;
  /** The last version that was published. */
  readonly version: string | null;
  readonly resumedFrom: string | null;
  /** Why it failed. */
  readonly error: string | null;
  /** The hyperparameters as JSON; null for runs of versions that did not record them. */
  readonly settings: string | null;
}

/**
 * A run as it is to be read. Nobody can write down that a process was killed, so a run whose lease is gone
 * reads INTERRUPTED; the last thing that is known of it is when it last wrote.
 */
const SHOWN = `
  WITH run, run.status = 'RUNNING' AND NOT EXISTS {
    MATCH (lease:TrainingLease {name: 'trainer'})
    WHERE lease.token = run.token AND lease.expiresAt > datetime.realtime()
  } AS isInterrupted
  RETURN run {
    id: run.runID, .policy, .seed, .engine, .engineVersion, .steps, .step, .loss, .reward, .meanReward, .epsilon,
    .stepsPerSecond, .validation, .version, .resumedFrom, .error, .settings,
    status: CASE WHEN isInterrupted THEN 'INTERRUPTED' ELSE run.status END,
    startedAt: toString(run.startedAt),
    finishedAt: toString(CASE WHEN isInterrupted THEN datetime({epochMillis: run.seenAt}) ELSE run.finishedAt END)
  } AS run
  ORDER BY run.startedAt DESC`;

const RUN = `MATCH (run:TrainingRun {runID: $id}) ${SHOWN}`;
const RUNS = `
  MATCH (run:TrainingRun)
  WITH run ORDER BY run.startedAt DESC LIMIT toInteger($first) ${SHOWN}`;
const CURVE = 'MATCH (run:TrainingRun {runID: $id}) RETURN run.curve AS curve';
const LEARNED = `
  MATCH (run:TrainingRun {runID: $id}) WHERE run.progress IS NOT NULL
  RETURN run.progress AS progress, run.index AS index, run.bytes AS bytes, run.embedding AS embedding`;

export async function readTrainingRun(graph: Graph, id: string): Promise<TrainingRun | undefined> {
  return (await graph.read<{ run: TrainingRun }>(RUN, { id }))[0]?.run;
}

/** @throws AppError NOT_FOUND */
export async function requireTrainingRun(graph: Graph, id: string): Promise<TrainingRun> {
  const run = await readTrainingRun(graph, id);
  if (run) return run;
  const message = `There is no training run ${JSON.stringify(id)}. Query trainingRuns { id } for those that there are.`;
  throw new AppError('NOT_FOUND', message);
}

/** The newest runs, the newest first. */
export async function readTrainingRuns(graph: Graph, first: number): Promise<TrainingRun[]> {
  return (await graph.read<{ run: TrainingRun }>(RUNS, { first })).map(({ run }) => run);
}

export async function readCurve(graph: Graph, id: string): Promise<CurvePoint[]> {
  const [row] = await graph.read<{ curve: string | null }>(CURVE, { id });
  return row?.curve ? (JSON.parse(row.curve) as CurvePoint[]) : [];
}

/** What a run learned, to go on from. */
export interface LearnedByRun {
  readonly saved: SavedLearner;
  /** The node2vec space that it learned in. */
  readonly embedding: string;
}

/** What a run learned up to its last publication; undefined where it never published. */
export async function readLearned(graph: Graph, id: string): Promise<LearnedByRun | undefined> {
  const [row] = await graph.read<PackedLearner & { embedding: string }>(LEARNED, { id });
  return row && { saved: unpackLearner(row), embedding: row.embedding };
}
