import neo4j from 'neo4j-driver';
import type { Graph } from '../../graph/graph';
import type { RunCypher } from '../../graph/run-cypher';
import type { PolicyName, TrainablePolicy } from '../policies/policy';
import type { Promotion } from './promotion-repository';
import type { SequentialResult } from './sequential-test';

/** PROMOTED: the candidate answers now. REJECTED: it was not better. STOPPED: the trial ended without a result. */
export type TrialStatus = 'RUNNING' | 'PROMOTED' | 'REJECTED' | 'STOPPED';

/** The two halves of a trial, as they were last compared. */
export interface TrialResults {
  /** Customers who visited since the trial started: those whom the candidate serves, and the others. */
  readonly candidateCustomers: number;
  readonly currentCustomers: number;
  readonly rentals: SequentialResult;
  readonly visits: SequentialResult;
}

/** The version that a trial compares with the policy that answers. */
export interface TrialCandidate {
  readonly policy: TrainablePolicy;
  readonly version: string;
}

/** A trial of a candidate: it serves half of the customers, and the promoted policy the other half. */
export interface PromotionTrial extends TrialCandidate {
  readonly id: string;
  readonly status: TrialStatus;
  readonly currentPolicy: PolicyName;
  /** Null for a baseline, which is fitted to the current rentals. */
  readonly currentVersion: string | null;
  /** When the policy that answers was promoted. A later promotion makes the trial void. */
  readonly promotedAt: string;
  /** The exploration of both halves. */
  readonly exploration: number;
  /** ISO 8601. */
  readonly startedAt: string;
  /** Whole days since the start that the results cover. */
  readonly day: number;
  /** Null before the first day has ended. */
  readonly results: TrialResults | null;
  /** ISO 8601; null while it is running. */
  readonly endedAt: string | null;
  /** Why it ended; null while it is running. */
  readonly reason: string | null;
}

/** The visits of a trial's customers, in the same order as their ids. */
export interface TrialVisits {
  readonly customers: readonly string[];
  /** Visits since the start. */
  readonly visits: readonly number[];
  /** Visits in the days before the start. */
  readonly visitsBefore: readonly number[];
}

const FIELDS = `trial {
    id: trial.trialID, .policy, .version, .currentPolicy, .currentVersion, .exploration, .day, .results, .reason,
    .promotedAt, status: CASE WHEN trial.running THEN 'RUNNING' ELSE trial.status END,
    startedAt: toString(trial.startedAt), endedAt: toString(trial.endedAt)
  } AS trial`;

const RUNNING = `MATCH (trial:PromotionTrial {running: true}) RETURN ${FIELDS}`;
const NEWEST = `
  MATCH (trial:PromotionTrial)
  WITH trial ORDER BY trial.startedAt DESC LIMIT toInteger($first)
  RETURN ${FIELDS}`;
const TRIED = `
  RETURN EXISTS {
    (trial:PromotionTrial {policy: $policy, version: $version}) WHERE trial.running IS NULL
  } AS isTried`;
const VISITS = `
  MATCH (trial:PromotionTrial {trialID: $id})
  RETURN coalesce(trial.customers, []) AS customers, coalesce(trial.visits, []) AS visits,
    coalesce(trial.visitsBefore, []) AS visitsBefore`;

/** The constraint on `running` admits one running trial; its id tells whether this call started it, or its first try. */
const START = `
  MERGE (trial:PromotionTrial {running: true})
  ON CREATE SET trial += $fields, trial.trialID = $id, trial.day = 0, trial.customers = $visits.customers,
    trial.visits = $visits.visits, trial.visitsBefore = $visits.visitsBefore,
    trial.startedAt = datetime({epochMillis: $startedAt})
  WITH trial WHERE trial.trialID = $id
  RETURN ${FIELDS}`;

/** Setting a property locks the node before the check, so that only one of two servers that judge the same day writes. */
const OWN = `
  MATCH (trial:PromotionTrial {trialID: $id})
  SET trial.checkedAt = timestamp()
  WITH trial WHERE trial.running AND trial.day = $judged`;
const JUDGE = `${OWN}
  SET trial.day = $day, trial.results = $results, trial.customers = $visits.customers,
    trial.visits = $visits.visits, trial.visitsBefore = $visits.visitsBefore
  RETURN ${FIELDS}`;
const END = `${OWN}
  SET trial.status = $status, trial.reason = $reason, trial.endedAt = datetime.realtime()
  REMOVE trial.running, trial.customers, trial.visits, trial.visitsBefore
  RETURN ${FIELDS}`;

type Row = Omit<PromotionTrial, 'results'> & { readonly results: string | null };

const toTrial = ({ results, ...row }: Row): PromotionTrial => ({
  ...row,
  results: results === null ? null : (JSON.parse(results) as TrialResults),
});

const toRow = ({ customers, visits, visitsBefore }: TrialVisits) => ({
  customers,
  visits: visits.map((count) => neo4j.int(count)),
  visitsBefore: visitsBefore.map((count) => neo4j.int(count)),
});

/** Reads the running trial; undefined if there is none. */
export async function readRunningTrial(graph: Graph): Promise<PromotionTrial | undefined> {
  return (await graph.read<{ trial: Row }>(RUNNING)).map(({ trial }) => toTrial(trial))[0];
}

/** Reads the newest trials, newest first. */
export async function readTrials(graph: Graph, first: number): Promise<PromotionTrial[]> {
  return (await graph.read<{ trial: Row }>(NEWEST, { first })).map(({ trial }) => toTrial(trial));
}

/** Returns whether a trial of a version has ended. */
export async function wasTried(graph: Graph, { policy, version }: TrialCandidate): Promise<boolean> {
  return (await graph.read<{ isTried: boolean }>(TRIED, { policy, version }))[0].isTried;
}

/** Reads the visits that a trial has counted; none if it has ended. */
export async function readTrialVisits(graph: Graph, id: string): Promise<TrialVisits> {
  return (await graph.read<TrialVisits>(VISITS, { id }))[0];
}

/** The data of a new trial. */
export interface NewTrial extends TrialCandidate {
  readonly id: string;
  /** The promotion of the policy that answers. */
  readonly current: Promotion;
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  readonly visits: TrialVisits;
}

/** Stores a new trial. @returns undefined if another trial is running */
export async function startTrial(
  run: RunCypher,
  { id, policy, version, current, startedAt, visits }: NewTrial,
): Promise<PromotionTrial | undefined> {
  const { policy: currentPolicy, version: currentVersion, exploration, promotedAt } = current;
  const fields = { policy, version, currentPolicy, currentVersion, exploration, promotedAt };
  const rows = await run<{ trial: Row }>(START, {
    id,
    fields,
    startedAt: neo4j.int(startedAt),
    visits: toRow(visits),
  });
  return rows.map(({ trial }) => toTrial(trial))[0];
}

/** A trial in the state in which it was judged. */
type Judged = Pick<PromotionTrial, 'id' | 'day'>;

/** Writes the results of a trial. @returns undefined if another server has judged or ended it */
export async function writeTrialResults(
  run: RunCypher,
  { id, day: judged }: Judged,
  { day, results, visits }: { day: number; results: TrialResults; visits: TrialVisits },
): Promise<PromotionTrial | undefined> {
  const parameters = { id, judged, day: neo4j.int(day), results: JSON.stringify(results) };
  const rows = await run<{ trial: Row }>(JUDGE, { ...parameters, visits: toRow(visits) });
  return rows.map(({ trial }) => toTrial(trial))[0];
}

/** Ends a trial. @returns undefined if another server has judged or ended it */
export async function writeTrialEnd(
  run: RunCypher,
  { id, day: judged }: Judged,
  { status, reason }: { status: Exclude<TrialStatus, 'RUNNING'>; reason: string },
): Promise<PromotionTrial | undefined> {
  const rows = await run<{ trial: Row }>(END, { id, judged, status, reason });
  return rows.map(({ trial }) => toTrial(trial))[0];
}
