import { setTimeout as pause } from 'node:timers/promises';
import { SignJWT } from 'jose';
import type { Graph } from '../../src/graph/graph';
import { createRandom } from '../../src/random';
import { fillWithRandomEmbeddings } from '../graphql/test-service';
import { openTestGraph, testGraphAddress } from '../test-graph';
import { attacks, send } from './attacks';
import { mutateRequest } from './mutate-bytes';
import { type Service, startService } from './start-service';

/** `npm run test:hostile` sends 5,000. To reproduce a failure, set its seed. */
const MUTATIONS = Number(process.env.HOSTILE_RUNS ?? 500);
const SEED = Number(process.env.HOSTILE_SEED ?? 1);
/** Mutated requests that are sent at the same time. */
const CONCURRENCY = 20;
/** Time between two valid requests during an attack, in milliseconds. */
const INTERVAL_MS = 50;
/** How long a valid request may take during an attack, in milliseconds. */
const PATIENCE_MS = 2_000;
/** How much memory the service may retain after all attacks, in bytes. */
const MAX_GROWTH = 300e6;

const AUTH_SECRET = 'a secret of more than thirty-two characters';

describe('the service on a hostile network', () => {
  let graph: Graph;
  let service: Service;
  let token: string;
  let memoryBefore: number | undefined;
  const told: string[] = [];

  beforeAll(async () => {
    graph = await openTestGraph();
    await fillWithRandomEmbeddings(graph);
    service = await startService(testGraphAddress(), { AUTH_SECRET, ANONYMOUS_PER_MINUTE: '1000000' });
    token = await new SignJWT({ role: 'admin' })
      .setProtectedHeader({ alg: 'HS256' })
      .setIssuer('reelgraph')
      .setAudience('reelgraph')
      .setExpirationTime('1h')
      .sign(new TextEncoder().encode(AUTH_SECRET));
    // Code and connections that are loaded by the first requests do not count as growth.
    for (let sent = 0; sent < 50; sent++) await requireAnswer();
    memoryBefore = service.memory();
  });
  afterAll(async () => {
    console.info(`Longest waits of valid requests during attacks:\n${told.join('\n')}`);
    await service?.end('SIGKILL');
    await graph.close();
  });

  /**
   * Checks that the process is alive and answers a valid request over a new connection.
   * @returns the duration in milliseconds; on a machine without free processors the CPU time of the service, if that is
   * less
   */
  async function requireAnswer(): Promise<number> {
    if (!service.isAlive()) throw new Error(`The process has ended:\n${service.lastLines()}`);
    const sentAt = performance.now();
    const workedBefore = service.processorTime();
    const response = await fetch(service.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}`, connection: 'close' },
      body: '{"query":"{ films(limit: 1) { filmId } }"}',
    });
    expect(await response.json()).toEqual({ data: { films: [{ filmId: expect.any(String) }] } });
    const worked = service.processorTime();
    const waited = performance.now() - sentAt;
    if (worked === undefined || workedBefore === undefined) return waited;
    return Math.min(waited, worked - workedBefore);
  }

  it.each(Object.keys(attacks))('survives and responds in time during the attack: %s', async (name) => {
    let isOver = false;
    let longest = 0;
    const attacking = attacks[name](service.port).finally(() => (isOver = true));
    const answered = async () => {
      longest = Math.max(longest, await requireAnswer());
    };
    while (!isOver) await Promise.all([answered(), pause(INTERVAL_MS)]);
    const cleanUp = await attacking;
    await answered();
    if (typeof cleanUp === 'function') cleanUp();
    const megabytes = ((service.memory() ?? 0) - (memoryBefore ?? 0)) / 1e6;
    told.push(`${longest.toFixed(0)} ms, memory + ${megabytes.toFixed(0)} MB: ${name}`);
    expect(longest).toBeLessThan(PATIENCE_MS);
  });

  it(`survives ${MUTATIONS} requests with random bytes changed (seed ${SEED})`, async () => {
    const random = createRandom(SEED);
    for (let sent = 0; sent < MUTATIONS; sent += CONCURRENCY) {
      const mutated = Array.from({ length: CONCURRENCY }, () => mutateRequest(random));
      await Promise.all(mutated.map((bytes) => send(service.port, bytes)));
      if (!service.isAlive()) {
        const texts = mutated.map((bytes) => JSON.stringify(bytes.toString('latin1')));
        throw new Error(`One of these ended the process:\n${texts.join('\n')}\n${service.lastLines()}`);
      }
    }
    await requireAnswer();
  }, 1_800_000);

  it('does not leak memory', async () => {
    await requireAnswer();
    const memory = service.memory();
    if (memory === undefined || memoryBefore === undefined) return;
    expect(memory - memoryBefore).toBeLessThan(MAX_GROWTH);
  });

  it('keeps running if the reader of its log ends', async () => {
    service.closeLog();
    for (let sent = 0; sent < 3; sent++) await requireAnswer();
  });
});
