import type { Driver, Session } from 'neo4j-driver';

/** Whatever runs statements: a session, or a transaction in one. */
type Runner = Pick<Session, 'run'>;
type InTransaction = Session['executeRead'];

/**
 * Has a driver count the statements that its sessions send, whoever opens them, retries included.
 * @returns how many were sent until now
 */
export function countStatements(driver: Driver): () => number {
  let sent = 0;
  const counting = <R extends Runner>(runner: R): R => {
    const run = runner.run.bind(runner);
    runner.run = ((...statement: Parameters<Runner['run']>) => {
      sent++;
      return run(...statement);
    }) as R['run'];
    return runner;
  };
  const countingIn =
    (execute: InTransaction): InTransaction =>
    (work, config) =>
      execute((transaction) => work(counting(transaction)), config);

  const open = driver.session.bind(driver);
  driver.session = (config) => {
    const session = open(config);
    session.executeRead = countingIn(session.executeRead.bind(session));
    session.executeWrite = countingIn(session.executeWrite.bind(session));
    return counting(session);
  };
  return () => sent;
}
