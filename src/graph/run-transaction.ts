import type { ManagedTransaction, Session } from 'neo4j-driver';

/**
 * Runs work in one transaction of a session and commits it. Unlike the driver's managed transactions it does not retry;
 * those wait a second before the first retry. BEGIN is sent together with the first statement, which saves a round
 * trip.
 */
export async function runTransaction<Result>(
  session: Session,
  work: (transaction: ManagedTransaction) => Promise<Result> | Result,
  config: Parameters<Session['beginTransaction']>[0],
): Promise<Result> {
  const transaction = session.beginTransaction(config);
  try {
    const result = await work(transaction as unknown as ManagedTransaction);
    await transaction.commit();
    return result;
  } catch (error) {
    // A rollback fails if the connection is lost. The graph then terminates the transaction by itself.
    if (transaction.isOpen()) await transaction.rollback().catch(() => undefined);
    throw error;
  }
}
