import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exportFiles, type ExportKind } from '../../src/commands/export/export';
import { readWeights } from '../../src/commands/export/read-weights';
import { importPolicy } from '../../src/commands/import-policy';
import type { Graph } from '../../src/graph/graph';
import { silentProgress } from '../../src/progress';
import { parseSettings } from '../../src/settings';
import { createTestService, fillWithRandomEmbeddings, type TestService } from '../graphql/test-service';
import { training } from '../recommender/training/training-operations';
import { openTestGraph, testGraphAddress } from '../test-graph';

describe('reelgraph export', () => {
  const folder = mkdtempSync(join(tmpdir(), 'reelgraph-export-'));
  let graph: Graph;
  let service: TestService;
  beforeAll(async () => {
    graph = await openTestGraph();
    await fillWithRandomEmbeddings(graph);
    service = await createTestService(graph);
  });
  afterAll(async () => {
    await service.recommender.close();
    await graph.close();
  });

  const { uri, username, password } = testGraphAddress();
  const settings = parseSettings({ NEO4J_URI: uri, NEO4J_USERNAME: username, NEO4J_PASSWORD: password });
  const run = (kind: ExportKind, name: string | undefined, to: string, version?: string) =>
    exportFiles(kind, name, { to: join(folder, to), version, xAxis: 'log' }, settings, silentProgress);
  const text = (file: string) => readFileSync(join(folder, file), 'utf8');

  it('fails before a policy was trained', async () => {
    await graph.run('MATCH (trained:TrainingRun|PolicyVersion|Agent) DETACH DELETE trained');
    await expect(run('policy', 'TUTORIAL', 'none.safetensors')).rejects.toThrow(
      /TUTORIAL has no version yet/,
    );
    await expect(run('curves', undefined, 'none.csv')).rejects.toThrow(/No training run exists yet/);
  });

  it('writes embeddings of films, actors and categories as CSV and as Parquet', async () => {
    const { parquetReadObjects } = await import('hyparquet');
    await run('embeddings', 'node2vec', 'films.csv');
    const lines = text('films.csv').trim().split('\r\n');
    expect(lines).toHaveLength(1 + 80 + 16 + 16);
    expect(lines[0]).toMatch(/^label,id,name,e0,e1,.*,e99$/);
    await run('embeddings', 'NODE2VEC', 'films.parquet');
    const { buffer } = new Uint8Array(readFileSync(join(folder, 'films.parquet')));
    const rows = await parquetReadObjects({ file: buffer as ArrayBuffer });
    expect(rows).toHaveLength(112);
    expect(rows[0]).toMatchObject({ label: 'Actor', id: '1', name: expect.any(String) });
    expect(rows[0].embedding).toHaveLength(100);
    await expect(run('embeddings', 'FASTRP', 'none.csv')).rejects.toThrow(/reelgraph embed FASTRP/);
  });

  it('writes the weights of a run as safetensors and as a model, and its curves', async () => {
    const { start, ended } = training(service);
    const { id } = await start({ steps: 200, seed: 2 });
    const { version } = await ended(id);

    await run('policy', 'tutorial', 'tutorial.safetensors');
    const file = readFileSync(join(folder, 'tutorial.safetensors'));
    const header = JSON.parse(file.subarray(8, 8 + Number(file.readBigUInt64LE(0))).toString());
    expect(header.__metadata__).toMatchObject({ policy: 'TUTORIAL', version });
    expect(header['layers.0.weight'].shape).toEqual([100, 200]);
    expect(header['layers.3.bias'].shape).toEqual([100]);

    const files = await run('policy', 'TUTORIAL', 'model', version);
    expect(files.map((path) => path.slice(folder.length))).toEqual([
      '/model/model.json',
      '/model/weights.bin',
      '/model/policy.json',
    ]);
    expect(JSON.parse(text('model/policy.json'))).toMatchObject({ policy: 'TUTORIAL', version });
    const [{ weights }] = JSON.parse(text('model/model.json')).weightsManifest;
    expect(weights).toHaveLength(8);
    await expect(run('policy', 'TUTORIAL', 'model', 'none')).rejects.toThrow(/no version none/);

    await run('curves', undefined, 'curves.csv');
    const rows = text('curves.csv').trim().split('\r\n');
    expect(rows[0]).toBe('step,loss,reward,meanReward,epsilon,validation');
    expect(rows.at(-1)).toMatch(/^200,/);
    await run('curves', id, 'curves.svg');
    expect(text('curves.svg')).toContain('TUTORIAL, seed 2: loss');
    await run('curves', id, 'curves.png');
    expect(text('curves.png').slice(1, 4)).toBe('PNG');
  });

  it('writes policy DQN with the films that it scores', async () => {
    const { start, ended } = training(service);
    const { id } = await start({ policy: 'DQN', steps: 3 });
    const { version } = await ended(id);
    await run('policy', undefined, 'dqn');
    const { films, ...about } = JSON.parse(text('dqn/policy.json'));
    expect(about).toMatchObject({ policy: 'DQN', version });
    expect(films).toHaveLength(80);
    await run('policy', 'DQN', 'dqn.safetensors');
    const file = readFileSync(join(folder, 'dqn.safetensors'));
    const header = JSON.parse(file.subarray(8, 8 + Number(file.readBigUInt64LE(0))).toString());
    expect(header['films.weight'].shape).toEqual([80, 100]);

    const imported = await importPolicy(join(folder, 'dqn.safetensors'), settings, silentProgress);
    const [first, second] = await Promise.all(
      [version, imported].map((name) => readWeights(graph, 'DQN', name)),
    );
    expect(second.arrays).toEqual(first.arrays);
    const document = `query ($version: String) {
      recommendations(customer: "1", policy: DQN, version: $version) { version items { score film { filmId } } }
    }`;
    const [before, after] = await Promise.all(
      [version, imported].map(
        async (name) => (await service.ask(document, { version: name })).data.recommendations,
      ),
    );
    expect(after).toEqual({ ...before, version: imported });
  });

  it('writes the data that DQN learns from as Parquet', async () => {
    const { parquetReadObjects } = await import('hyparquet');
    const read = async (name: string) => {
      const { buffer } = new Uint8Array(readFileSync(join(folder, 'data', name)));
      return parquetReadObjects({ file: buffer as ArrayBuffer });
    };
    await run('training-data', undefined, 'data');
    const [rentals, films, features] = await Promise.all(
      ['rentals.parquet', 'films.parquet', 'features.parquet'].map(read),
    );
    const [{ count }] = await graph.read<{ count: number }>(
      'MATCH (:Customer)-[r:RENTED]->(:Film) RETURN count(r) AS count',
    );
    expect(rentals).toHaveLength(count);
    expect(rentals[0]).toMatchObject({
      customer: expect.any(String),
      film: expect.any(Number),
      rating: null,
    });
    expect(films).toHaveLength(80);
    const [{ features: own, weights, embedding }] = films;
    expect(own).toHaveLength(weights.length);
    expect(embedding).toHaveLength(100);
    expect(features[own[0]].name).toMatch(/^(actor|category):/);
    expect(JSON.parse(text('data/settings.json'))).toMatchObject({ temperature: expect.any(Number) });
  });

  it.each([
    ['embeddings', 'word2vec', 'file.csv', /NODE2VEC or FASTRP/],
    ['embeddings', 'NODE2VEC', 'file.json', /extension \.csv or \.parquet/],
    ['curves', undefined, 'file.jpg', /extension \.csv, \.svg or \.png/],
    ['embeddings', 'NODE2VEC', 'no/such/file.csv', /does not exist/],
    ['policy', 'EASE', 'file', /Unknown policy "EASE": expected DQN or TUTORIAL/],
  ] as const)('rejects the export of %s %s to %s', async (kind, name, to, message) => {
    await expect(run(kind, name, to)).rejects.toThrow(message);
  });
});
