import { randomUUID } from 'node:crypto';
import { AppError } from '../../app-error';
import type { Graph } from '../../graph/graph';

/** How long the right to train lasts without being renewed. */
export const LEASE_MS = 6_000;

/**
 * The beginning of every statement that only the trainer may run: no row where the lease with this $token has
 * run out or is another's. Taking the write lock before looking makes the rest of the statement sure of it.
 * The clock is the graph's, as it is at this moment.
 */
export const FENCE = `
  MATCH (lease:TrainingLease {name: 'trainer'})
  SET lease.lookedAt = timestamp()
  WITH lease
  WHERE lease.token = $token AND lease.expiresAt > datetime.realtime()`;

const ACQUIRE = `
  MERGE (lease:TrainingLease {name: 'trainer'})
  ON CREATE SET lease.token = 0, lease.expiresAt = datetime({epochMillis: 0})
  SET lease.lookedAt = timestamp()
  WITH lease
  WHERE lease.expiresAt <= datetime.realtime() OR lease.owner = $owner
  SET lease.token = lease.token + 1, lease.owner = $owner,
    lease.expiresAt = datetime.realtime() + duration({milliseconds: $lasts})
  RETURN lease.token AS token`;

const RENEW = `${FENCE}
  SET lease.expiresAt = datetime.realtime() + duration({milliseconds: $lasts})
  WITH lease
  OPTIONAL MATCH (run:TrainingRun {runID: $run})
  SET run += $progress, run.seenAt = timestamp()
  RETURN coalesce(run.cancelRequested, false) AS cancelRequested`;

const RELEASE = `${FENCE}
  SET lease.expiresAt = datetime({epochMillis: 0})`;

/** The right to train in a graph, which one process at a time has. */
export interface TrainingLease {
  /** Grows by one with every holder: what carries an older one is fenced off. */
  readonly token: number;
  /**
   * Holds on to the lease and writes where the run stands.
   * @returns undefined where the lease is lost
   */
  renew(report?: { run: string; progress: object }): Promise<{ cancelRequested: boolean } | undefined>;
  release(): Promise<void>;
}

/**
 * Takes the lease.
 * @throws AppError TRAINING_BUSY where somebody has it
 */
export async function acquireTrainingLease(graph: Graph): Promise<TrainingLease> {
  const [row] = await graph.write<{ token: number }>(ACQUIRE, { owner: randomUUID(), lasts: LEASE_MS });
  if (!row) throw trainingBusy();
  const { token } = row;
  return {
    token,
    renew: async ({ run, progress } = { run: '', progress: {} }) => {
      const parameters = { token, lasts: LEASE_MS, run, progress };
      return (await graph.run<{ cancelRequested: boolean }>(RENEW, parameters))[0];
    },
    release: async () => void (await graph.run(RELEASE, { token })),
  };
}

/** Something trains already, in this process or elsewhere. */
export const trainingBusy = () =>
  new AppError(
    'TRAINING_BUSY',
    'Something is in training already. Wait for it, or cancel it: trainingRuns { id status } names it.',
  );
