import { GraphQLError } from 'graphql';
import neo4j from 'neo4j-driver';
import { createGraph, type Graph } from '../../src/graph/graph';
import { AppError } from '../../src/app-error';
import { createFormatError } from '../../src/graphql/format-error';
import { openTestGraph } from '../test-graph';

describe('formatError', () => {
  let graph: Graph;
  beforeAll(async () => {
    graph = await openTestGraph();
  });
  afterAll(() => graph.close());

  const format = (error: GraphQLError, introspection = true) => {
    const failures: unknown[] = [];
    const formatError = createFormatError({
      logFailure: (failure) => failures.push(failure),
      requestId: () => 'one',
      introspection,
    });
    const { message, extensions } = formatError(error.toJSON(), error);
    return { message, ...extensions, failures: failures.length };
  };
  const formatCause = (originalError: Error) =>
    format(new GraphQLError(originalError.message, { originalError }));
  const failureOf = (work: Promise<unknown>) =>
    work.then(
      () => new Error('It did not fail.'),
      (error: Error) => error,
    );

  it('returns DEADLINE_EXCEEDED if a statement took too long', async () => {
    const session = graph.driver.session();
    const slow = session.executeRead(
      (transaction) => transaction.run('UNWIND range(1, 100000000) AS n RETURN sum(n % 7)'),
      { timeout: 50 },
    );
    expect(formatCause(await failureOf(slow))).toMatchObject({ code: 'DEADLINE_EXCEEDED', retryable: true });
    await session.close();
  });

  it('returns GRAPH_UNAVAILABLE if the graph does not respond, and logs the cause', async () => {
    const nowhere = createGraph(neo4j.driver('bolt://127.0.0.1:1'));
    const failure = await failureOf(nowhere.read('RETURN 1'));
    await nowhere.close();
    const formatted = formatCause(failure);
    expect(formatted).toMatchObject({ code: 'GRAPH_UNAVAILABLE', retryable: true, failures: 1 });
    expect(JSON.stringify(formatted)).not.toMatch(/127|bolt|ECONN/);
  });

  it('masks an error about Cypher, and logs it', async () => {
    const formatted = formatCause(await failureOf(graph.read('MATCH (secret:Customer RETURN secret')));
    expect(formatted).toEqual({
      message: 'Internal server error. See the server log.',
      code: 'INTERNAL_SERVER_ERROR',
      requestId: 'one',
      failures: 1,
    });
  });

  it('adds the retry delay to temporary errors only', () => {
    expect(formatCause(new AppError('RATE_LIMITED', 'Too many requests.', { retryAfter: 7 }))).toMatchObject({
      retryable: true,
      retryAfter: 7,
    });
    expect(formatCause(new AppError('NOT_FOUND', 'No such film.'))).not.toHaveProperty('retryable');
  });

  it('shortens messages that quote a long value', () => {
    const { message } = formatCause(new AppError('NOT_FOUND', `No film has the id ${'x'.repeat(90_000)}`));
    expect(message).toHaveLength(1_001);
  });

  it('removes suggestions of names if introspection is off', () => {
    const error = new GraphQLError('Field "were" is not defined by type "FilmWhere". Did you mean "where"?', {
      extensions: { code: 'BAD_USER_INPUT' },
    });
    expect(format(error, true).message).toMatch(/Did you mean/);
    expect(format(error, false).message).toBe('Field "were" is not defined by type "FilmWhere".');
  });
});
