import { GraphQLError } from 'graphql';
import neo4j from 'neo4j-driver';
import type { Graph } from '../../src/graph/graph';
import { createFormatError } from '../../src/graphql/format-error';
import { openTestGraph } from '../test-graph';

describe('an error of the graph', () => {
  let graph: Graph;
  beforeAll(async () => {
    graph = await openTestGraph();
  });
  afterAll(() => graph.close());

  const shown = (originalError: Error) => {
    const failures: unknown[] = [];
    const format = createFormatError(
      (error) => failures.push(error),
      () => 'one',
    );
    const error = new GraphQLError(originalError.message, { originalError });
    const { message, extensions } = format(error.toJSON(), error);
    return { message, ...extensions, failures: failures.length };
  };
  const failureOf = (work: Promise<unknown>) =>
    work.then(
      () => new Error('It did not fail.'),
      (error: Error) => error,
    );

  it('says to ask for less where a statement took too long', async () => {
    const session = graph.driver.session();
    const slow = session.executeRead(
      (transaction) => transaction.run('UNWIND range(1, 100000000) AS n RETURN sum(n % 7)'),
      { timeout: 50 },
    );
    expect(shown(await failureOf(slow))).toEqual({
      message: 'The graph took too long for this. Ask for less.',
      code: 'QUERY_TOO_COMPLEX',
      requestId: 'one',
      failures: 0,
    });
    await session.close();
  });

  it('says to try again where the graph does not answer, and tells the operator', async () => {
    const driver = neo4j.driver('bolt://127.0.0.1:1', undefined, { maxTransactionRetryTime: 0 });
    const failure = await failureOf(driver.executeQuery('RETURN 1'));
    await driver.close();
    expect(shown(failure)).toMatchObject({ code: 'GRAPH_UNAVAILABLE', failures: 1 });
    expect(JSON.stringify(shown(failure))).not.toMatch(/127|bolt|ECONN/);
  });

  it('is masked where it is about Cypher, and tells the operator', async () => {
    const failure = await failureOf(graph.read('MATCH (secret:Customer RETURN secret'));
    expect(shown(failure)).toMatchObject({ code: 'INTERNAL_SERVER_ERROR', failures: 1 });
    expect(JSON.stringify(shown(failure))).not.toMatch(/MATCH|secret/);
  });
});
