import { AppError } from '../../app-error';
import type { Graph } from '../../graph/graph';
import type { SplitKind } from '../metrics/split-log';
import type { EvaluatedPolicy } from './evaluate-policy';
import type { SkippedPolicy } from './worker';

export type EvaluationStatus = 'RUNNING' | 'SUCCEEDED' | 'FAILED' | 'INTERRUPTED';

/** A comparison of policies on rentals that they were not trained on, as stored in the graph. */
export interface Evaluation {
  readonly id: string;
  readonly status: EvaluationStatus;
  /** ISO 8601. */
  readonly startedAt: string;
  readonly finishedAt: string | null;
  readonly seed: number;
  /** Films of each list that count. */
  readonly k: number;
  readonly split: SplitKind;
  /** The share of rentals to train on. */
  readonly share: number;
  /** The date that cuts the log of a global split, ISO 8601; null for the other splits. */
  readonly date: string | null;
  /** Number of test cases. With a global split a customer may have two. */
  readonly customers: number;
  readonly trainRentals: number;
  readonly testRentals: number;
  readonly engine: string;
  readonly results: EvaluatedPolicy['result'][];
  readonly offPolicy: NonNullable<EvaluatedPolicy['offPolicy']>[];
  /** Policies that could not take part. */
  readonly skipped: SkippedPolicy[];
  readonly error: string | null;
}

/** An evaluation counts as interrupted if it has had no heartbeat for this long. */
const SILENCE = 'PT10S';

const CREATE = `
  CREATE (evaluation:Evaluation {evaluationID: $id, status: 'RUNNING', startedAt: datetime.realtime(),
    seenAt: datetime.realtime(), results: '[]', offPolicy: '[]', skipped: '[]'})
  SET evaluation += $fields, evaluation.date = CASE WHEN $date IS NOT NULL THEN datetime({epochMillis: toInteger($date)}) END`;

const SAVE = `
  MATCH (evaluation:Evaluation {evaluationID: $id})
  SET evaluation.seenAt = datetime.realtime(), evaluation += $fields,
    evaluation.finishedAt = CASE WHEN $status IS NULL THEN null ELSE datetime.realtime() END,
    evaluation.status = coalesce($status, evaluation.status), evaluation.error = $error`;

const RETURN_EVALUATION = `
  WITH evaluation, evaluation.status = 'RUNNING'
    AND evaluation.seenAt < datetime.realtime() - duration('${SILENCE}') AS isInterrupted
  RETURN evaluation {
    id: evaluation.evaluationID, .seed, .k, .share, split: coalesce(evaluation.split, 'PER_CUSTOMER'), .customers, .trainRentals, .testRentals, .engine, .results,
    .offPolicy, .error, skipped: coalesce(evaluation.skipped, '[]'), date: toString(evaluation.date),
    status: CASE WHEN isInterrupted THEN 'INTERRUPTED' ELSE evaluation.status END,
    startedAt: toString(evaluation.startedAt),
    finishedAt: toString(CASE WHEN isInterrupted THEN evaluation.seenAt ELSE evaluation.finishedAt END)
  } AS evaluation
  ORDER BY evaluation.startedAt DESC`;

const ONE = `MATCH (evaluation:Evaluation {evaluationID: $id}) ${RETURN_EVALUATION}`;
const NEWEST = `
  MATCH (evaluation:Evaluation)
  WITH evaluation ORDER BY evaluation.startedAt DESC LIMIT toInteger($first) ${RETURN_EVALUATION}`;

/** Number of newest finished evaluations to search for a comparison. */
const FINISHED = `
  MATCH (evaluation:Evaluation {status: 'SUCCEEDED'})
  WITH evaluation ORDER BY evaluation.finishedAt DESC LIMIT 20
  RETURN evaluation.results AS results
  ORDER BY evaluation.finishedAt DESC`;

/** The fields of an evaluation that are known at its start. */
export type EvaluationStart = Pick<
  Evaluation,
  'seed' | 'k' | 'split' | 'share' | 'customers' | 'trainRentals' | 'testRentals' | 'engine'
> & {
  /** Milliseconds since 1970. */
  readonly date: number | null;
};

/** Stores a new evaluation as RUNNING. */
export async function createEvaluation(
  graph: Graph,
  id: string,
  { date, ...fields }: EvaluationStart,
): Promise<void> {
  await graph.write(CREATE, { id, fields, date });
}

/** Stores the results so far, and the status if the evaluation ended. Each call is a heartbeat. */
export async function saveEvaluation(
  graph: Graph,
  id: string,
  { evaluated, skipped }: { evaluated: readonly EvaluatedPolicy[]; skipped: readonly SkippedPolicy[] },
  end?: { status: 'SUCCEEDED' | 'FAILED'; error?: string },
): Promise<void> {
  const fields = {
    results: JSON.stringify(evaluated.map(({ result }) => result)),
    offPolicy: JSON.stringify(evaluated.flatMap(({ offPolicy }) => offPolicy ?? [])),
    skipped: JSON.stringify(skipped),
  };
  await graph.write(SAVE, { id, fields, status: end?.status ?? null, error: end?.error ?? null });
}

type Json = 'results' | 'offPolicy' | 'skipped';
type Row = Omit<Evaluation, Json> & Record<Json, string>;

/** @throws AppError NOT_FOUND */
export async function requireEvaluation(graph: Graph, id: string): Promise<Evaluation> {
  const [row] = await graph.read<{ evaluation: Row }>(ONE, { id });
  if (row) return toEvaluation(row);
  const message = `Evaluation ${JSON.stringify(id)} not found. Query evaluations { id } for the existing ones.`;
  throw new AppError('NOT_FOUND', message);
}

/** Returns the newest evaluations, newest first. */
export async function readEvaluations(graph: Graph, first: number): Promise<Evaluation[]> {
  return (await graph.read<{ evaluation: Row }>(NEWEST, { first })).map(toEvaluation);
}

/** Reads the results of the newest finished evaluations, newest first. */
export async function readFinishedResults(graph: Graph): Promise<Evaluation['results'][]> {
  const rows = await graph.read<{ results: string }>(FINISHED);
  return rows.map(({ results }) => JSON.parse(results) as Evaluation['results']);
}

/** Evaluations stored by an older version lack newer fields of results. */
const toEvaluation = ({ evaluation }: { evaluation: Row }): Evaluation => ({
  ...evaluation,
  results: (JSON.parse(evaluation.results) as Evaluation['results']).map((result) => ({
    ...{ settings: [], groups: [], popularity: [], differences: [] },
    ...result,
  })),
  offPolicy: JSON.parse(evaluation.offPolicy),
  skipped: JSON.parse(evaluation.skipped),
});
