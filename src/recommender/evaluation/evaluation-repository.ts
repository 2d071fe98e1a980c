import { AppError } from '../../app-error';
import type { Graph } from '../../graph/graph';
import type { EvaluatedPolicy } from './evaluate-policy';

export type EvaluationStatus = 'RUNNING' | 'SUCCEEDED' | 'FAILED' | 'INTERRUPTED';

/** A comparison of policies on rentals that they did not learn from, as the graph keeps it. */
export interface Evaluation {
  readonly id: string;
  readonly status: EvaluationStatus;
  /** ISO 8601. */
  readonly startedAt: string;
  readonly finishedAt: string | null;
  readonly seed: number;
  /** How many films of each list count. */
  readonly k: number;
  /** The share of each history that policies learn from. */
  readonly share: number;
  /** Customers with rentals in the later part. */
  readonly customers: number;
  readonly trainRentals: number;
  readonly testRentals: number;
  readonly engine: string;
  readonly results: EvaluatedPolicy['result'][];
  readonly offPolicy: NonNullable<EvaluatedPolicy['offPolicy']>[];
  readonly error: string | null;
}

/** How long after it was last heard of an evaluation counts as interrupted. */
const SILENCE = 'PT10S';

const CREATE = `
  CREATE (evaluation:Evaluation {evaluationID: $id, status: 'RUNNING', startedAt: datetime.realtime(),
    seenAt: datetime.realtime(), results: '[]', offPolicy: '[]'})
  SET evaluation += $fields`;

const KEEP = `
  MATCH (evaluation:Evaluation {evaluationID: $id})
  SET evaluation.seenAt = datetime.realtime(), evaluation += $fields,
    evaluation.finishedAt = CASE WHEN $status IS NULL THEN null ELSE datetime.realtime() END,
    evaluation.status = coalesce($status, evaluation.status), evaluation.error = $error`;

const SHOWN = `
  WITH evaluation, evaluation.status = 'RUNNING'
    AND evaluation.seenAt < datetime.realtime() - duration('${SILENCE}') AS isInterrupted
  RETURN evaluation {
    id: evaluation.evaluationID, .seed, .k, .share, .customers, .trainRentals, .testRentals, .engine, .results,
    .offPolicy, .error,
    status: CASE WHEN isInterrupted THEN 'INTERRUPTED' ELSE evaluation.status END,
    startedAt: toString(evaluation.startedAt),
    finishedAt: toString(CASE WHEN isInterrupted THEN evaluation.seenAt ELSE evaluation.finishedAt END)
  } AS evaluation
  ORDER BY evaluation.startedAt DESC`;

const ONE = `MATCH (evaluation:Evaluation {evaluationID: $id}) ${SHOWN}`;
const NEWEST = `
  MATCH (evaluation:Evaluation)
  WITH evaluation ORDER BY evaluation.startedAt DESC LIMIT toInteger($first) ${SHOWN}`;

/** What is known when an evaluation starts. */
export type EvaluationStart = Pick<
  Evaluation,
  'seed' | 'k' | 'share' | 'customers' | 'trainRentals' | 'testRentals' | 'engine'
>;

export async function createEvaluation(graph: Graph, id: string, fields: EvaluationStart): Promise<void> {
  await graph.write(CREATE, { id, fields });
}

/** Writes what is known by now, and with a status the end. Told often enough it shows that somebody still works. */
export async function saveEvaluation(
  graph: Graph,
  id: string,
  evaluated: readonly EvaluatedPolicy[],
  end?: { status: 'SUCCEEDED' | 'FAILED'; error?: string },
): Promise<void> {
  const fields = {
    results: JSON.stringify(evaluated.map(({ result }) => result)),
    offPolicy: JSON.stringify(evaluated.flatMap(({ offPolicy }) => offPolicy ?? [])),
  };
  await graph.write(KEEP, { id, fields, status: end?.status ?? null, error: end?.error ?? null });
}

type Row = Omit<Evaluation, 'results' | 'offPolicy'> & { results: string; offPolicy: string };

/** @throws AppError NOT_FOUND */
export async function requireEvaluation(graph: Graph, id: string): Promise<Evaluation> {
  const [row] = await graph.read<{ evaluation: Row }>(ONE, { id });
  if (row) return toEvaluation(row);
  const message = `There is no evaluation ${JSON.stringify(id)}. Query evaluations { id } for those that there are.`;
  throw new AppError('NOT_FOUND', message);
}

/** The newest evaluations, the newest first. */
export async function readEvaluations(graph: Graph, first: number): Promise<Evaluation[]> {
  return (await graph.read<{ evaluation: Row }>(NEWEST, { first })).map(toEvaluation);
}

const toEvaluation = ({ evaluation }: { evaluation: Row }): Evaluation => ({
  ...evaluation,
  results: JSON.parse(evaluation.results),
  offPolicy: JSON.parse(evaluation.offPolicy),
});
