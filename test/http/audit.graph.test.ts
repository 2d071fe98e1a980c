import { serverAudits } from 'graphql-http';
import type { Graph } from '../../src/graph/graph';
import { openTestGraph } from '../test-graph';
import { startTestServer, type TestServer } from './test-server';

/**
 * Optional parts of the specification that are not implemented: Apollo responds with 400 if it cannot parse, validate
 * or coerce a request, regardless of the Accept header.
 */
const OTHERWISE = ['572B', 'FDE2', '7B9B'];

let server: TestServer;

describe('GraphQL over HTTP', () => {
  let graph: Graph;
  beforeAll(async () => {
    graph = await openTestGraph();
    server = await startTestServer(graph);
  });
  afterAll(async () => {
    await server.close();
    await graph.close();
  });

  const audits = serverAudits({ url: () => server.url, fetchFn: fetch });

  it.each(audits.map((audit) => [`${audit.id} ${audit.name}`, audit] as const))(
    '%s',
    async (_name, audit) => {
      const result = await audit.fn();
      const reason = 'reason' in result ? result.reason : '';
      expect({ status: result.status, reason }).toEqual(
        OTHERWISE.includes(audit.id)
          ? { status: expect.stringMatching(/^(notice|warn)$/), reason }
          : { status: 'ok', reason: '' },
      );
    },
  );
});
