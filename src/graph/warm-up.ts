import { setTimeout as pause } from 'node:timers/promises';
import type { Result, Session } from 'neo4j-driver';
import { failureKind } from './graph-error';
import type { RecentStatement } from './recent-statements';

/** How long requests wait for a warm-up. */
const PATIENCE_MS = 3_000;
/** How long one statement may take. */
const TIMEOUT_MS = 5_000;

/**
 * Makes the graph run reads up to their first record, and plan writes without running them, one after another. A graph that has just started needs
 * seconds for its first statement. If requests wait for their plans at the same time, they take the processors from each
 * other. Resolves after 3 seconds at the latest; the rest then continues while the graph serves requests.
 * @param openSession opens a session for reads
 * @throws the driver's error if the connection fails
 */
export async function warmUp(
  openSession: () => Session,
  statements: readonly RecentStatement[],
): Promise<void> {
  const planning = runAll(openSession(), statements);
  // A later failure does not matter, because requests run the statements anyway.
  planning.catch(() => undefined);
  await Promise.race([planning, pause(PATIENCE_MS, undefined, { ref: false })]);
}

async function runAll(session: Session, statements: readonly RecentStatement[]): Promise<void> {
  try {
    for (const { cypher, parameters, isWrite } of statements) {
      const statement = isWrite ? `EXPLAIN ${cypher}` : cypher;
      await runUntilFirstRecord(session.run(statement, parameters, { timeout: TIMEOUT_MS })).catch(
        (error: unknown) => {
          if (failureKind(error) === 'connection') throw error;
        },
      );
    }
  } finally {
    void session.close();
  }
}

/** The other records may be those of the whole store. */
async function runUntilFirstRecord(result: Result): Promise<void> {
  const records = result[Symbol.asyncIterator]();
  await records.next();
  await records.return?.();
}
