import type { Driver, Session } from 'neo4j-driver';
import { startSpan } from '../tracing/span';

/** Whatever runs statements: a session, or a transaction in one. */
export type Runner = Pick<Session, 'run'>;
type InTransaction = Session['executeRead'];

/** Counts and traces statements. */
export interface StatementWatch {
  /** How many were sent until now. */
  sent(): number;
  /** Sees one more statement, and gives its result back as it is. */
  see<Result extends PromiseLike<unknown>>(cypher: string, result: Result): Result;
}

/** Watches the statements that a driver's sessions send, whoever opens them, retries included. */
export function watchStatements(driver: Driver): StatementWatch {
  let sent = 0;
  const see: StatementWatch['see'] = (cypher, result) => {
    sent++;
    return traced(cypher, result);
  };
  const watched = <R extends Runner>(runner: R): R => {
    const run = runner.run.bind(runner);
    runner.run = ((...statement: Parameters<Runner['run']>) =>
      see(textOf(statement), run(...statement))) as R['run'];
    return runner;
  };
  const watchedIn =
    (execute: InTransaction): InTransaction =>
    (work, config) =>
      execute((transaction) => work(watched(transaction)), config);

  const open = driver.session.bind(driver);
  driver.session = (config) => {
    const session = open(config);
    session.executeRead = watchedIn(session.executeRead.bind(session));
    session.executeWrite = watchedIn(session.executeWrite.bind(session));
    return watched(session);
  };
  return { sent: () => sent, see };
}

/** A span from when a statement is sent until its last row is here. It says the Cypher, and no parameter. */
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
