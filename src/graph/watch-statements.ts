import type { Session } from 'neo4j-driver';
import { startSpan } from '../tracing/span';

/** A session, or a transaction in one. */
export type Runner = Pick<Session, 'run'>;

/** Counts and traces statements. */
export interface StatementCount {
  /** Returns how many statements were sent so far. */
  sent(): number;
  /** Counts one more statement and returns its result unchanged. */
  see<Result extends PromiseLike<unknown>>(cypher: string, result: Result): Result;
  /** Counts all further statements of a session or transaction. */
  watch<R extends Runner>(runner: R): R;
}

/** Creates a counter that starts at zero. */
export function countStatements(): StatementCount {
  let sent = 0;
  const see: StatementCount['see'] = (cypher, result) => {
    sent++;
    return traced(cypher, result);
  };
  return {
    sent: () => sent,
    see,
    watch: (runner) => {
      const run = runner.run.bind(runner);
      runner.run = ((...statement: Parameters<Runner['run']>) =>
        see(textOf(statement), run(...statement))) as (typeof runner)['run'];
      return runner;
    },
  };
}

/**
 * Traces a statement from when it is sent until its last row arrives. The span contains the Cypher without parameters.
 */
function traced<Result extends PromiseLike<unknown>>(cypher: string, result: Result): Result {
  const span = startSpan('cypher', {
    kind: 'client',
    attributes: { 'db.system.name': 'neo4j', 'db.query.text': cypher },
  });
  if (span.isOn) result.then(span.end, span.fail);
  return result;
}

const textOf = ([query]: Parameters<Runner['run']>) =>
  typeof query === 'object' && 'text' in query ? query.text : String(query);
