import type { Driver, Session } from 'neo4j-driver';
import { startSpan } from '../tracing/span';

/** Whatever runs statements: a session, or a transaction in one. */
type Runner = Pick<Session, 'run'>;
type InTransaction = Session['executeRead'];

/**
 * Has a driver count and trace the statements that its sessions send, whoever opens them, retries included.
 * @returns how many were sent until now
 */
export function watchStatements(driver: Driver): () => number {
  let sent = 0;
  const watched = <R extends Runner>(runner: R): R => {
    const run = runner.run.bind(runner);
    runner.run = ((...statement: Parameters<Runner['run']>) => {
      sent++;
      return traced(statement, run(...statement));
    }) as R['run'];
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
  return () => sent;
}

/** A span from when a statement is sent until its last row is here. It says the Cypher, and no parameter. */
function traced([query]: Parameters<Runner['run']>, result: ReturnType<Runner['run']>): typeof result {
  const text = typeof query === 'object' && 'text' in query ? query.text : String(query);
  const span = startSpan('cypher', {
    kind: 'client',
    attributes: { 'db.system.name': 'neo4j', 'db.query.text': text },
  });
  if (span.isOn) result.then(span.end, span.fail);
  return result;
}
