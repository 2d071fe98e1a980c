import { setTimeout as pause } from 'node:timers/promises';
import type { Graph } from '../src/graph/graph';
import { fillWithRandomEmbeddings } from './graphql/test-service';
import { startService } from './hostile/start-service';
import { openTestGraph, testGraphAddress } from './test-graph';

const RECORD = `mutation ($film: ID!, $key: String!) {
  recordRental(input: { customer: "1", film: $film, idempotencyKey: $key }) { repeated }
}`;
const RENTED = 'MATCH (:Customer {customerID: "1"})-[rented:RENTED]->(film:Film)';

describe('a service that is stopped', () => {
  let graph: Graph;
  let film: string;
  beforeAll(async () => {
    graph = await openTestGraph();
    await fillWithRandomEmbeddings(graph);
    [{ film }] = await graph.read<{ film: string }>(`${RENTED} RETURN film.filmID AS film LIMIT 1`);
  });
  afterAll(() => graph.close());

  /** Blocks rentals of the customer while the work runs. */
  const holding = (work: () => Promise<unknown>) =>
    graph.transaction(async (run) => {
      await run(`${RENTED} SET rented.held = true`);
      await work();
    });
  const waiting = async () => {
    const [{ count }] = await graph.run<{ count: number }>(
      `SHOW TRANSACTIONS YIELD status, currentQuery WHERE status STARTS WITH 'Blocked' RETURN count(*) AS count`,
    );
    return count > 0;
  };

  it.each(['SIGTERM', 'SIGHUP'] as const)(
    'completes mutations in flight at %s and exits with 0',
    async (signal) => {
      const service = await startService(testGraphAddress(), {});
      const record = async () => {
        const response = await fetch(service.url, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ query: RECORD, variables: { film, key: signal } }),
        });
        return { status: response.status, ...((await response.json()) as object) };
      };
      let answer: Promise<unknown> | undefined;
      let exitCode: Promise<number | null> | undefined;
      await holding(async () => {
        answer = record();
        while (!(await waiting())) await pause(20);
        exitCode = service.end(signal);
        await pause(300);
        await expect(record()).rejects.toThrow();
      });
      expect(await answer).toEqual({ status: 200, data: { recordRental: { repeated: false } } });
      expect(await exitCode).toBe(0);
      const [{ keys }] = await graph.read<{ keys: number }>(
        'MATCH (key:RentalKey) WHERE key.key ENDS WITH $signal RETURN count(key) AS keys',
        { signal },
      );
      expect(keys).toBe(1);
    },
  );
});
