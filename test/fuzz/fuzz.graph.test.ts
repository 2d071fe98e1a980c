import fc from 'fast-check';
import type { GraphQLSchema } from 'graphql';
import { SignJWT } from 'jose';
import type { Graph } from '../../src/graph/graph';
import { ROLES } from '../../src/graphql/access/viewer';
import { buildSchemas } from '../../src/graphql/build-schema';
import { openTestGraph } from '../test-graph';
import { fillWithSmallStore } from '../graphql/test-service';
import { startTestServer, type TestServer } from '../http/test-server';
import { breakRequest } from './break-request';
import { createChoose } from './choose';
import { generateOperation } from './generate-operation';

/** `npm run fuzz` asks for more; a seed that failed can be given again. */
const RUNS = Number(process.env.FUZZ_RUNS ?? 300);
const SEED = process.env.FUZZ_SEED === undefined ? undefined : Number(process.env.FUZZ_SEED);

const AUTH_SECRET = 'a secret of more than thirty-two characters';

/** What no answer may have in it: Cypher, names of Neo4j's, stacks, paths, addresses. */
const LEAKS = [
  /\b(MATCH|MERGE|UNWIND|OPTIONAL MATCH|CALL) *[({]/,
  /\bthis(\d|\.)|\bvar\d/,
  /Neo\.\w+|neo4j|bolt:|org\.|java/i,
  /node_modules|\.js:\d|\.ts:\d|\bat [\w.]+ \(/,
  /\/(work|home|usr|tmp|var|root)\//,
  /127\.0\.0\.1|localhost|ECONN/,
  /Cannot read prop|is not a function|undefined|\[object /,
];

const CODES = new Set([
  ...['BAD_USER_INPUT', 'NOT_FOUND', 'UNAUTHENTICATED', 'FORBIDDEN', 'TRAINING_BUSY', 'EMBEDDINGS_MISSING'],
  ...[
    'POLICY_UNTRAINED',
    'QUERY_TOO_COMPLEX',
    'BAD_REQUEST',
    'GRAPHQL_PARSE_FAILED',
    'GRAPHQL_VALIDATION_FAILED',
  ],
  ...['OPERATION_RESOLUTION_FAILURE', 'PERSISTED_QUERY_NOT_SUPPORTED'],
]);

describe(`${RUNS} operations made at random`, () => {
  let graph: Graph;
  let server: TestServer;
  let schema: GraphQLSchema;
  let tokens: (string | undefined)[];

  beforeAll(async () => {
    graph = await openTestGraph();
    await fillWithSmallStore(graph);
    schema = (await buildSchemas()).api;
    server = await startTestServer(graph, { AUTH_SECRET, ANONYMOUS_PER_MINUTE: '1000000' });
    const sign = (role: string) =>
      new SignJWT({ role, customerId: '7' })
        .setProtectedHeader({ alg: 'HS256' })
        .setIssuer('reelgraph')
        .setAudience('reelgraph')
        .setExpirationTime('2h')
        .sign(new TextEncoder().encode(AUTH_SECRET));
    const roles = await Promise.all(ROLES.filter((role) => role !== 'anonymous').map(sign));
    // Most are asked by an admin, whom nothing is kept from.
    tokens = [undefined, ...roles, roles[3], roles[3], roles[3]];
  });
  afterAll(async () => {
    await server.close();
    await graph.close();
  });

  it('are answered without a crash, a failure of the service or a word of its inside', async () => {
    const counts = { answered: 0, refused: 0 };
    const property = fc.asyncProperty(fc.gen(), async (draw) => {
      const choose = createChoose(draw);
      const operation = generateOperation(schema, choose);
      const body = choose.number(0, 2) === 0 ? breakRequest(operation, choose) : JSON.stringify(operation);
      const token = choose.of(tokens);
      const response = await server.post(body, token ? { authorization: `Bearer ${token}` } : {});
      const text = await response.text();
      const { data, errors = [] } = JSON.parse(text) as Answer;
      counts[errors.length ? 'refused' : 'answered']++;
      if (response.status >= 500) throw new Error(`Status ${response.status} for ${body}: ${text}`);
      if (data === undefined && errors.length === 0) throw new Error(`Nothing for ${body}: ${text}`);
      const unknown = errors.filter(({ extensions }) => !CODES.has(String(extensions?.code)));
      if (unknown.length) throw new Error(`${JSON.stringify(unknown)} for ${body}`);
      // Some messages give back what they were given.
      const own = errors.map(({ message }) => message).join('\n');
      const leak = LEAKS.find((pattern) => pattern.test(own) && !pattern.test(body));
      if (leak) throw new Error(`${leak} in ${own} for ${body}`);
    });
    await fc.assert(property, { numRuns: RUNS, seed: SEED, verbose: 1 });
    expect((await server.ask('{ films(limit: 1) { title } }')).status).toBe(200);
    console.info(`${counts.answered} answered without errors, ${counts.refused} with some`);
    expect(counts.answered).toBeGreaterThan(RUNS / 20);
  }, 3_600_000);
});

interface Answer {
  data?: unknown;
  errors?: { message: string; extensions?: { code?: unknown } }[];
}
