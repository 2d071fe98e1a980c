import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Check } from '../../src/commands/doctor/check';
import { doctor, runChecks, showChecks } from '../../src/commands/doctor/doctor';
import { createConstraints } from '../../src/graph/constraints';
import type { Graph } from '../../src/graph/graph';
import { openGraph } from '../../src/open-graph';
import { silentProgress } from '../../src/progress';
import { parseSettings } from '../../src/settings';
import { openTestGraph, testGraphAddress } from '../test-graph';

describe('reelgraph doctor', () => {
  let graph: Graph;
  beforeEach(async () => {
    graph = await openTestGraph();
  });
  afterEach(() => graph.close());

  const settings = (change: Record<string, string> = {}) => {
    const { uri, username, password } = testGraphAddress();
    return parseSettings({
      NEO4J_URI: uri,
      NEO4J_USERNAME: username,
      NEO4J_PASSWORD: password,
      TFJS_ENGINE: 'cpu',
      ...change,
    });
  };
  const bySubject = (checks: Check[]) => Object.fromEntries(checks.map((check) => [check.subject, check]));

  it('reports missing parts of a graph and the command that adds each', async () => {
    const checks = bySubject(await runChecks(settings(), silentProgress));
    expect(checks.Neo4j.found).toMatch(/^5\.\d+\.\d+ community$/);
    expect(checks['Graph Data Science'].found).toMatch(/^2\./);
    expect(checks.APOC.found).toMatch(/^5\./);
    expect(checks.Indexes).toMatchObject({ status: 'warn', found: expect.stringMatching(/Film\(filmID\)/) });
    expect(checks.Store).toMatchObject({ status: 'warn', advice: expect.stringMatching(/reelgraph import/) });
    expect(checks.Policy).toMatchObject({
      status: 'warn',
      advice: expect.stringMatching(/reelgraph train, /),
    });
    expect(checks.Java.status).toBe('skip');
  });

  it('passes if everything is present', async () => {
    await createConstraints(graph);
    await graph.write(
      `CREATE (:Customer {customerID: '1'})-[:RENTED {firstAt: datetime(), lastAt: datetime(), times: 1}]->
         (:Film {filmID: '1', Title: 'One', node2vecEmbedding: [1.0], fastrpEmbedding: [1.0]})`,
    );
    await graph.write(`CREATE (:Promotion {policy: 'EASE', exploration: 0.0, promotedAt: datetime()})`);
    const checks = await runChecks(settings(), silentProgress);
    expect(bySubject(checks).Policy.found).toMatch(/^EASE, promoted 20/);
    expect(checks.filter(({ status }) => status === 'warn' || status === 'fail')).toEqual([]);
    expect(showChecks(checks)).toMatch(/All checks passed\.\n$/);
    expect(bySubject(checks)).toMatchObject({
      Actors: { status: 'ok', found: 'Films without an actor: 1, such as "One"' },
      Recommendation: { status: 'ok', found: 'customer 1 has rented every film' },
    });
    await graph.write(`MATCH (film:Film) REMOVE film.node2vecEmbedding`);
    expect(bySubject(await runChecks(settings(), silentProgress))['Embedding NODE2VEC']).toEqual({
      subject: 'Embedding NODE2VEC',
      status: 'warn',
      found: 'Films without a node2vec embedding: 1, such as "One"',
      advice: 'reelgraph embed NODE2VEC',
    });
  });

  it.each([
    ['a wrong password', { NEO4J_PASSWORD: 'wrong' }, /NEO4J_PASSWORD/],
    ['an address without a graph', { NEO4J_URI: 'bolt://127.0.0.1:1' }, /correct NEO4J_URI/],
  ])('fails with advice for %s', async (_case, change, advice) => {
    const lines: string[] = [];
    const isHealthy = await doctor({ json: true }, settings(change), silentProgress, (text) =>
      lines.push(text),
    );
    expect(isHealthy).toBe(false);
    const checks = lines
      .join('')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Check);
    expect(bySubject(checks).Graph).toMatchObject({ status: 'fail', advice: expect.stringMatching(advice) });
  });

  it('checks the private graph of a running server', async () => {
    const home = join(__dirname, '..', '..', 'var', 'test');
    const running = parseSettings({ REELGRAPH_HOME: home, TFJS_ENGINE: 'cpu' });
    const checks = bySubject(await runChecks(running, silentProgress));
    expect(checks.Graph).toMatchObject({ status: 'ok', found: 'private, in use by a running server' });
    expect(checks.Neo4j.status).toBe('ok');
    await expect(openGraph(running, silentProgress)).rejects.toThrow(/in use by process/);
  });

  it('does not create a private graph', async () => {
    const home = join(mkdtempSync(join(tmpdir(), 'reelgraph-doctor-')), 'home');
    const checks = await runChecks(
      parseSettings({ REELGRAPH_HOME: home, TFJS_ENGINE: 'cpu' }),
      silentProgress,
    );
    expect(bySubject(checks).Graph).toMatchObject({
      status: 'skip',
      found: expect.stringMatching(/not created yet/),
    });
    expect(bySubject(checks).Home.found).toContain(home);
    await expect(import('node:fs/promises').then(({ access }) => access(home))).rejects.toThrow(/ENOENT/);
  });
});
