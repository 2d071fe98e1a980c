import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Graph } from '../../src/graph/graph';
import { takeTrustedDocuments } from '../../src/http/trusted-documents';
import { openTestGraph } from '../test-graph';
import { startTestServer, type TestServer } from './test-server';

const ROOT = join(__dirname, '..', '..');

describe('a service with TRUSTED_DOCUMENTS', () => {
  const folder = mkdtempSync(join(tmpdir(), 'reelgraph-trusted-'));
  const file = join(folder, 'manifest.json');
  let graph: Graph;
  let server: TestServer;
  let customers: { id: string; body: string };

  beforeAll(async () => {
    const script = join(ROOT, 'scripts', 'trusted-documents.ts');
    const { status, stdout } = spawnSync(
      process.execPath,
      ['--import', require.resolve('tsx'), script, file],
      { encoding: 'utf8' },
    );
    expect(stdout).toMatch(/^\d+ documents in /);
    expect(status).toBe(0);
    const { operations } = JSON.parse(readFileSync(file, 'utf8'));
    customers = operations.find(({ name }: { name: string }) => name === 'Customers');
    graph = await openTestGraph();
    server = await startTestServer(graph, { TRUSTED_DOCUMENTS: file });
  });
  afterAll(async () => {
    await server.close();
    await graph.close();
  });

  const byId = (id: string) => ({ extensions: { persistedQuery: { version: 1, sha256Hash: id } } });

  it('accepts the id of a trusted document, and its text in any format', async () => {
    for (const body of [
      byId(customers.id),
      { query: customers.body },
      { query: customers.body.replace(/\s+/g, ' ') },
    ]) {
      const response = await server.post({ ...body, variables: { limit: 1 } });
      expect(await response.json()).toEqual({ data: { customers: [] } });
    }
    const search = new URLSearchParams({ extensions: JSON.stringify(byId(customers.id).extensions) });
    const response = await fetch(`${server.url}?${search}`, { headers: { 'apollo-require-preflight': '1' } });
    expect(await response.json()).toEqual({ data: { customers: [] } });
  });

  it('accepts a document whose fragments are in another order', async () => {
    const { operations } = JSON.parse(readFileSync(file, 'utf8')) as { operations: { body: string }[] };
    const withFragment = operations.find(({ body }) => body.includes('\n\nfragment '))!.body;
    const query = withFragment.split('\n\n').reverse().join('\n\n');
    expect(query).toMatch(/^fragment /);
    expect((await server.post({ query })).status).not.toBe(403);
  });

  it('refuses other documents, also under the id of a trusted one', async () => {
    for (const body of [
      { query: '{ films { title } }' },
      { query: '{ films { title } }', ...byId(customers.id) },
      { query: '{' },
      byId('0'.repeat(64)),
      {},
    ]) {
      const response = await server.post(body);
      expect(response.status).toBe(403);
      expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'FORBIDDEN' } }] });
    }
  });

  it('does not start if the file is not a manifest', () => {
    const bad = join(folder, 'bad.json');
    writeFileSync(bad, '{"operations": []}');
    for (const path of [bad, join(folder, 'none.json')]) {
      expect(() => takeTrustedDocuments(path)).toThrow(
        expect.objectContaining({
          code: 'CANNOT_START',
          message: expect.stringMatching(/npm run trusted-documents/),
        }),
      );
    }
  });
});
