import fc from 'fast-check';
import type { GraphQLSchema } from 'graphql';
import { SignJWT } from 'jose';
import type { Graph } from '../../src/graph/graph';
import { type Role, ROLES } from '../../src/graphql/access/viewer';
import { buildSchemas } from '../../src/graphql/build-schema';
import { openTestGraph } from '../test-graph';
import { fillWithSmallStore } from '../graphql/test-service';
import { startTestServer, type TestServer } from '../http/test-server';
import { breakRequest } from './break-request';
import { createChoose } from './choose';
import { generateOperation } from './generate-operation';

/** `npm run fuzz` sends 5,000. To reproduce a failure, set its seed. */
const RUNS = Number(process.env.FUZZ_RUNS ?? 300);
/** The short form always sends the same operations. With FUZZ_RUNS the seed is random unless FUZZ_SEED is set. */
const DEFAULT_SEED = process.env.FUZZ_RUNS === undefined ? 1 : undefined;
const SEED = process.env.FUZZ_SEED === undefined ? DEFAULT_SEED : Number(process.env.FUZZ_SEED);
/** Several tokens per role, because a single caller would exceed its rate. */
const CALLERS = 40;

const AUTH_SECRET = 'a secret of more than thirty-two characters';

/** Text that no response may contain: Cypher, names of Neo4j, stacks, paths, addresses. */
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
  ...['EVALUATION_BUSY', 'EMBEDDING_BUSY', 'GDS_MISSING'],
]);

describe(`${RUNS} generated operations`, () => {
  let graph: Graph;
  let server: TestServer;
  let schema: GraphQLSchema;
  let tokens: Record<Role, readonly (string | undefined)[]>;

  beforeAll(async () => {
    graph = await openTestGraph();
    await fillWithSmallStore(graph);
    schema = (await buildSchemas()).api;
    server = await startTestServer(graph, { AUTH_SECRET, ANONYMOUS_PER_MINUTE: '1000000' });
    const sign = (role: Role, caller: number) =>
      new SignJWT({ role, customerId: String(caller), sub: String(caller) })
        .setProtectedHeader({ alg: 'HS256' })
        .setIssuer('reelgraph')
        .setAudience('reelgraph')
        .setExpirationTime('2h')
        .sign(new TextEncoder().encode(AUTH_SECRET));
    const signEach = (role: Role) =>
      Promise.all(Array.from({ length: CALLERS }, (_, index) => sign(role, index + 1)));
    tokens = {
      anonymous: [undefined],
      customer: await signEach('customer'),
      analyst: await signEach('analyst'),
      trainer: await signEach('trainer'),
      admin: await signEach('admin'),
    };
  });
  afterAll(async () => {
    await server.close();
    await graph.close();
  });

  /** Sends a body and checks that the response has data or errors, known codes, and no internal details. */
  async function check(body: string, token: string | undefined): Promise<'answered' | 'refused'> {
    const response = await server.post(body, token ? { authorization: `Bearer ${token}` } : {});
    const text = await response.text();
    const { data, errors = [] } = JSON.parse(text) as Answer;
    if (response.status >= 500) throw new Error(`Status ${response.status} for ${body}: ${text}`);
    if (data === undefined && errors.length === 0)
      throw new Error(`Neither data nor errors for ${body}: ${text}`);
    const unknown = errors.filter(({ extensions }) => !CODES.has(String(extensions?.code)));
    if (unknown.length) throw new Error(`${JSON.stringify(unknown)} for ${body}`);
    // Some messages quote the request.
    const messages = errors.map(({ message }) => message).join('\n');
    const leak = LEAKS.find((pattern) => pattern.test(messages) && !pattern.test(body));
    if (leak) throw new Error(`${leak} in ${messages} for ${body}`);
    return errors.length ? 'refused' : 'answered';
  }

  it('succeed or fail with a known code if they contain null, empty and invalid values', async () => {
    const counts = { answered: 0, refused: 0 };
    // Most operations are sent by an admin, who may use everything.
    const roles: readonly Role[] = [...ROLES, 'admin', 'admin', 'admin'];
    const property = fc.asyncProperty(fc.gen(), async (draw) => {
      const choose = createChoose(draw);
      const operation = generateOperation(schema, choose);
      const body = choose.number(0, 2) === 0 ? breakRequest(operation, choose) : JSON.stringify(operation);
      counts[await check(body, choose.of(tokens[choose.of(roles)]))]++;
    });
    await fc.assert(property, { numRuns: RUNS, seed: SEED, verbose: 1, endOnFailure: true });
    expect((await server.ask('{ films(limit: 1) { title } }')).status).toBe(200);
    console.info(`${counts.answered} answered without errors, ${counts.refused} with some`);
    expect(counts.answered).toBeGreaterThan(RUNS / 20);
  }, 3_600_000);

  it.each(ROLES)(
    'never cause an internal error for the role %s if all values are present',
    async (role) => {
      const counts = { answered: 0, refused: 0 };
      const property = fc.asyncProperty(fc.gen(), async (draw) => {
        const choose = createChoose(draw);
        const body = JSON.stringify(generateOperation(schema, choose, 'present'));
        counts[await check(body, choose.of(tokens[role]))]++;
      });
      await fc.assert(property, {
        numRuns: Math.ceil(RUNS / ROLES.length),
        seed: SEED,
        verbose: 1,
        endOnFailure: true,
      });
      console.info(`${role}: ${counts.answered} answered without errors, ${counts.refused} with some`);
    },
    3_600_000,
  );
});

interface Answer {
  data?: unknown;
  errors?: { message: string; extensions?: { code?: unknown } }[];
}
