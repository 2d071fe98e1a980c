import type { Graph } from '../../graph/graph';
import type { CurvePoint } from './curve';
import { FENCE } from './training-lease';
import type { Learned } from './worker-protocol';

/** What changes in a run while it goes on. */
export interface RunProgress {
  readonly step: number;
  readonly loss: number | null;
  readonly reward: number;
  readonly meanReward: number;
  readonly epsilon: number;
  readonly stepsPerSecond: number;
  readonly validation: number | null;
}

/** How a run ended. */
export interface RunEnd {
  readonly status: 'SUCCEEDED' | 'CANCELLED' | 'FAILED';
  readonly error: string | null;
}

/** Runs of a policy that keep what is needed to go on from them, which is megabytes each. */
const RUNS_WITH_STATE = 20;

const CREATE = `${FENCE}
  CREATE (run:TrainingRun {runID: $run})
  SET run += $fields, run.status = 'RUNNING', run.token = $token, run.startedAt = datetime.realtime(),
    run.seenAt = timestamp()
  WITH run
  CALL (run) {
    MATCH (earlier:TrainingRun {policy: run.policy})
    WITH earlier ORDER BY earlier.startedAt DESC SKIP ${RUNS_WITH_STATE}
    REMOVE earlier.progress, earlier.index, earlier.bytes
  }
  RETURN run.runID AS id`;

/**
 * Weights, curve, state and the run's fields at once; with the run's end, the lease is given back, too.
 * A run has one version, which each publication replaces, unless it was ever promoted.
 */
const PUBLISH = `${FENCE}
  MATCH (run:TrainingRun {runID: $run})
  SET run += $fields, run += $state, run.seenAt = timestamp(),
    run.savedAt = CASE WHEN $version IS NULL THEN run.savedAt ELSE timestamp() END,
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
    WHERE earlier <> version AND earlier.promotedAt IS NULL
    DETACH DELETE earlier
  }
  RETURN run.runID AS id`;

/** Writes a run and what it learns; nothing once its lease is lost. */
export interface RunPublisher {
  /** @returns false where the lease is lost */
  create(fields: object): Promise<boolean>;
  /** @returns the version that was published, if one was; undefined where the lease is lost */
  publish(update: Publication): Promise<{ version?: string } | undefined>;
}

export interface Publication {
  readonly progress: RunProgress;
  readonly curve: readonly CurvePoint[];
  /** Left out, what was published before stays. */
  readonly learned?: Learned;
  readonly end?: RunEnd;
}

/**
 * Publishes one run. Each publication is one statement in one round trip, so that no freeze of this process can
 * fall between the look at the lease and the commit.
 */
export function createRunPublisher(
  graph: Graph,
  { run, token, embedding }: { run: string; token: number; embedding: string },
): RunPublisher {
  return {
    // In the thread that publications take, so that it is there for the first of them.
    create: async (fields) => (await graph.runLarge(CREATE, { run, token, fields })).length > 0,
    publish: async ({ progress, curve, learned, end }) => {
      const version = learned && nameVersion(run, progress.step);
      const fields = { ...progress, ...end, curve: JSON.stringify(curve), ...(version && { version }) };
      const rows = await graph.runLarge(PUBLISH, {
        run,
        token,
        fields,
        ends: end !== undefined,
        state: learned ? { ...learned.state, embedding } : {},
        version: learned
          ? {
              version,
              step: progress.step,
              validation: learned.validation,
              embedding,
              ...learned.weights,
            }
          : null,
      });
      return rows.length > 0 ? { version } : undefined;
    },
  };
}

const nameVersion = (run: string, step: number) => `${run.slice(0, 8)}-${step}`;
