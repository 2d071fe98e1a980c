import { AppError } from '../../app-error';
import type { Graph } from '../../graph/graph';
import type { RankingState, SavedLearner } from '../policies/learner';
import type { TrainablePolicy } from '../policies/policy';
import { type PackedLearner, unpackLearner } from '../policies/weights-codec';
import type { CurvePoint } from './curve';
import { FENCE } from './lease-repository';
import type { Learned } from './training-task';

export type RunStatus = 'RUNNING' | 'SUCCEEDED' | 'CANCELLED' | 'FAILED' | 'INTERRUPTED';

/** RUN: started by `startTraining`; STEP: one call of `trainStep`. */
export type RunKind = 'RUN' | 'STEP';

/** The fields of a run that change while it is running. */
export interface RunProgress {
  /** Steps learned so far, including those of the run that it resumed. */
  readonly step: number;
  readonly loss: number | null;
  readonly reward: number;
  readonly meanReward: number;
  readonly epsilon: number;
  readonly stepsPerSecond: number;
  /** Best NDCG@10 so far on the part that early stopping holds out. */
  readonly validation: number | null;
  /** Why it failed, or why the newest publication failed. */
  readonly error: string | null;
}

/** The fields of a run that are fixed when it starts. */
export interface RunStart {
  readonly policy: TrainablePolicy;
  readonly kind: RunKind;
  readonly seed: number;
  readonly engine: string;
  readonly engineVersion: string;
  /** Max steps of this run. */
  readonly steps: number;
  /** Steps of the run that it resumed. */
  readonly firstStep: number;
  readonly resumedFrom: string | null;
  /** The hyperparameters as JSON; null for runs of versions that did not record them. */
  readonly settings: string | null;
}

/** A training of a policy. */
export interface TrainingRun extends RunStart, RunProgress {
  readonly id: string;
  readonly status: RunStatus;
  /** ISO 8601. */
  readonly startedAt: string;
  readonly finishedAt: string | null;
  /** The newest version that was published. */
  readonly version: string | null;
  /** How that version makes lists, and why; null for policies with one way only, and for imported versions. */
  readonly ranking: RankingState['ranking'] | null;
  readonly rankingReason: string | null;
}

/** How a run ended. */
export interface RunEnd {
  readonly status: 'SUCCEEDED' | 'CANCELLED' | 'FAILED';
  readonly error: string | null;
}

/** The data that a publication writes. */
export interface Publication {
  readonly progress: RunProgress;
  readonly curve: readonly CurvePoint[];
  /** Default: the weights and state of the previous publication stay. */
  readonly learned?: Learned;
  /** Ends the run. */
  readonly end?: RunEnd;
}

/** Identifies a run to the fence. */
export interface RunOwner {
  readonly run: string;
  readonly token: number;
  /** The node2vec embedding space that it trains in. */
  readonly embedding: string;
}

/** Runs of a policy that keep the state to resume from, which is megabytes each. */
const RUNS_WITH_STATE = 20;
const STEP_RUNS_WITH_STATE = 3;
/** Runs of `trainStep` that are kept, and their versions. */
const STEP_RUNS = 200;
const STEP_VERSIONS = 5;

const CREATE = `${FENCE}
  CREATE (run:TrainingRun {runID: $run})
  SET run += $fields, run.status = 'RUNNING', run.token = $token, run.startedAt = datetime.realtime(),
    run.seenAt = timestamp()
  WITH run
  CALL (run) {
    MATCH (earlier:TrainingRun {policy: run.policy}) WHERE coalesce(earlier.kind, 'RUN') = run.kind
    WITH earlier ORDER BY earlier.startedAt DESC SKIP toInteger($runsWithState)
    REMOVE earlier.progress, earlier.index, earlier.bytes, earlier.sha256
  }
  CALL (run) {
    MATCH (earlier:TrainingRun {policy: run.policy, kind: 'STEP'})
    WITH earlier ORDER BY earlier.startedAt DESC SKIP ${STEP_RUNS}
    OPTIONAL MATCH (earlier)-[:PUBLISHED]->(version:PolicyVersion)
    DETACH DELETE version, earlier
  }
  RETURN run.runID AS id`;

/**
 * Writes weights, curve, state and fields in one statement, so that the process cannot be suspended between the check
 * of the lease and the commit. The end of a run also releases the lease. A run has one version, which each
 * publication replaces unless it was promoted or tried; of the versions of 'trainStep' only the newest are kept. A renewal
 * of the lease may write newer progress while the statement is on its way.
 */
const PUBLISH = `${FENCE}
  MATCH (run:TrainingRun {runID: $run})
  SET run += CASE WHEN run.step > $progress.step THEN {} ELSE $progress END, run += $fields, run += $state,
    run.seenAt = timestamp(),
    run.savedAt = CASE WHEN $state.bytes IS NULL THEN run.savedAt ELSE timestamp() END,
    run.finishedAt = CASE WHEN $ends THEN datetime.realtime() END,
    lease.expiresAt = CASE WHEN $ends THEN datetime({epochMillis: 0}) ELSE lease.expiresAt END
  WITH run
  CALL (run) {
    WITH run WHERE $version IS NOT NULL
    MERGE (version:PolicyVersion {policy: run.policy, version: $version.version})
    ON CREATE SET version += $version, version.publishedAt = datetime.realtime(), version.run = run.runID
    MERGE (run)-[:PUBLISHED]->(version)
    WITH run, version
    MATCH (run)-[:PUBLISHED]->(earlier:PolicyVersion)
    WHERE earlier <> version AND earlier.promotedAt IS NULL AND earlier.triedAt IS NULL
    DETACH DELETE earlier
  }
  CALL (run) {
    WITH run WHERE $version IS NOT NULL AND run.kind = 'STEP'
    MATCH (:TrainingRun {policy: run.policy, kind: 'STEP'})-[:PUBLISHED]->(earlier:PolicyVersion)
    WHERE earlier.triedAt IS NULL
    WITH earlier ORDER BY earlier.publishedAt DESC SKIP ${STEP_VERSIONS}
    DETACH DELETE earlier
  }
  RETURN run.runID AS id`;

/**
 * A process that was killed cannot write the end of its run, so a run whose lease has expired is INTERRUPTED; it
 * finished when it last wrote.
 */
const SHOWN = `
  WITH run, run.status = 'RUNNING' AND NOT EXISTS {
    MATCH (lease:TrainingLease {name: 'trainer'})
    WHERE lease.token = run.token AND lease.expiresAt > datetime.realtime()
  } AS isInterrupted
  RETURN run {
    id: run.runID, .policy, .seed, .engine, .engineVersion, .steps, .step, .loss, .reward, .meanReward, .epsilon,
    .stepsPerSecond, .validation, .version, .ranking, .rankingReason, .resumedFrom, .error, .settings,
    kind: coalesce(run.kind, 'RUN'), firstStep: coalesce(run.firstStep, 0),
    status: CASE WHEN isInterrupted THEN 'INTERRUPTED' ELSE run.status END,
    startedAt: toString(run.startedAt),
    finishedAt: toString(CASE WHEN isInterrupted THEN datetime({epochMillis: run.seenAt}) ELSE run.finishedAt END)
  } AS run
  ORDER BY run.startedAt DESC`;

const ONE = `MATCH (run:TrainingRun {runID: $id}) ${SHOWN}`;
const NEWEST = `
  MATCH (run:TrainingRun)
  WITH run ORDER BY run.startedAt DESC LIMIT toInteger($first) ${SHOWN}`;
/** The most recent run of a policy that can be resumed. */
const NEWEST_SAVED = `
  MATCH (run:TrainingRun {policy: $policy}) WHERE run.savedAt IS NOT NULL AND run.progress IS NOT NULL
  WITH run ORDER BY run.savedAt DESC LIMIT 1 ${SHOWN}`;
const CURVE = 'MATCH (run:TrainingRun {runID: $id}) RETURN run.curve AS curve';
const STATE = `
  MATCH (run:TrainingRun {runID: $id}) WHERE run.progress IS NOT NULL
  RETURN run.progress AS progress, run.index AS index, run.bytes AS bytes, run.sha256 AS sha256,
    run.embedding AS embedding`;
const REQUEST_CANCEL = 'MATCH (run:TrainingRun {runID: $id}) SET run.cancelRequested = true';

/** Stores a new run as RUNNING. @returns false if the lease is lost */
export async function createRun(
  graph: Graph,
  { run, token }: Pick<RunOwner, 'run' | 'token'>,
  fields: RunStart & Pick<RunProgress, 'step' | 'meanReward' | 'epsilon'>,
): Promise<boolean> {
  const runsWithState = fields.kind === 'STEP' ? STEP_RUNS_WITH_STATE : RUNS_WITH_STATE;
  const parameters = { run, token, runsWithState, fields: { ...fields, reward: 0, stepsPerSecond: 0 } };
  // Uses the thread of publications, so that it is running before the first one.
  return (await graph.runLarge(CREATE, parameters)).length > 0;
}

/** Publishes a run. @returns the version, if there is one; undefined if the lease is lost */
export async function publishRun(
  graph: Graph,
  { run, token, embedding }: RunOwner,
  { progress, curve, learned, end }: Publication,
): Promise<{ version?: string } | undefined> {
  const version = learned && `${run.slice(0, 8)}-${progress.step}`;
  const { ranking, reason } = learned?.ranking ?? { ranking: null, reason: null };
  const published = version && { version, ranking, rankingReason: reason };
  const fields = { ...end, curve: JSON.stringify(curve), ...published };
  const { step } = progress;
  const rows = await graph.runLarge(PUBLISH, {
    run,
    token,
    progress,
    fields,
    ends: end !== undefined,
    state: learned?.state ? { ...learned.state, embedding } : {},
    version: learned
      ? { version, step, validation: learned.validation, embedding, ...learned.weights }
      : null,
  });
  return rows.length > 0 ? { version } : undefined;
}

/** @throws AppError NOT_FOUND */
export async function requireTrainingRun(graph: Graph, id: string): Promise<TrainingRun> {
  const [row] = await graph.read<{ run: TrainingRun }>(ONE, { id });
  if (row) return row.run;
  throw new AppError(
    'NOT_FOUND',
    `No training run has the id ${JSON.stringify(id)}. Query trainingRuns { id } for the ids.`,
  );
}

/** Reads the newest runs, newest first. */
export async function readTrainingRuns(graph: Graph, first: number): Promise<TrainingRun[]> {
  return (await graph.read<{ run: TrainingRun }>(NEWEST, { first })).map(({ run }) => run);
}

/** Reads the run of a policy that learned last, of those that can be resumed. */
export async function readNewestSavedRun(
  graph: Graph,
  policy: TrainablePolicy,
): Promise<TrainingRun | undefined> {
  return (await graph.read<{ run: TrainingRun }>(NEWEST_SAVED, { policy }))[0]?.run;
}

export async function readCurve(graph: Graph, id: string): Promise<CurvePoint[]> {
  const [row] = await graph.read<{ curve: string | null }>(CURVE, { id });
  return row?.curve ? (JSON.parse(row.curve) as CurvePoint[]) : [];
}

/** The state of a run, to resume from. */
export interface SavedRun {
  readonly saved: SavedLearner & {
    readonly progress: Pick<RunProgress, 'step' | 'meanReward' | 'epsilon'>;
  };
  /** The node2vec embedding space that it trained in. */
  readonly embedding: string;
}

/** Reads the state of a run's newest publication; undefined before the first one. */
export async function readSavedRun(graph: Graph, id: string): Promise<SavedRun | undefined> {
  const [row] = await graph.read<PackedLearner & { embedding: string }>(STATE, { id });
  return row && { saved: unpackLearner(row) as SavedRun['saved'], embedding: row.embedding };
}

/** Asks the process that trains a run to cancel it. */
export async function requestCancel(graph: Graph, id: string): Promise<void> {
  await graph.write(REQUEST_CANCEL, { id });
}
