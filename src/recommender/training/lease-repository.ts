import type { Graph } from '../../graph/graph';

/**
 * The beginning of every statement that only the trainer may run. Returns no row if the lease with this $token has
 * expired or belongs to another process. Setting a property locks the node before the check, so that the lease cannot
 * change during the statement. Times are by the clock of the graph.
 */
export const FENCE = `
  MATCH (lease:TrainingLease {name: 'trainer'})
  SET lease.checkedAt = timestamp()
  WITH lease
  WHERE lease.token = $token AND lease.expiresAt > datetime.realtime()`;

const ACQUIRE = `
  MERGE (lease:TrainingLease {name: 'trainer'})
  ON CREATE SET lease.token = 0, lease.expiresAt = datetime({epochMillis: 0})
  SET lease.checkedAt = timestamp()
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

/** The state of a run that a renewal writes. */
export interface RunReport {
  readonly run: string;
  readonly progress: object;
}

/** Takes the lease for `lasts` milliseconds. @returns its token; undefined if another process holds it */
export async function acquireLease(graph: Graph, owner: string, lasts: number): Promise<number | undefined> {
  return (await graph.write<{ token: number }>(ACQUIRE, { owner, lasts }))[0]?.token;
}

/** Extends the lease. @returns undefined if it is lost */
export async function extendLease(
  graph: Graph,
  token: number,
  lasts: number,
  { run, progress }: RunReport = { run: '', progress: {} },
): Promise<{ cancelRequested: boolean } | undefined> {
  const parameters = { token, lasts, run, progress };
  return (await graph.run<{ cancelRequested: boolean }>(RENEW, parameters))[0];
}

/** Releases the lease. Has no effect if it is lost. */
export async function releaseLease(graph: Graph, token: number): Promise<void> {
  await graph.run(RELEASE, { token });
}
