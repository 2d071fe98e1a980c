import { PassThrough } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import { stripVTControlCharacters } from 'node:util';
import { train, type TrainOptions } from '../../../src/commands/train/train';
import type { Graph } from '../../../src/graph/graph';
import { silentProgress } from '../../../src/progress';
import { parseSettings } from '../../../src/settings';
import { fillWithSmallStore } from '../../graphql/test-service';
import { openTestGraph, testGraphAddress } from '../../test-graph';

describe('reelgraph train', () => {
  let graph: Graph;
  beforeAll(async () => {
    graph = await openTestGraph();
    await fillWithSmallStore(graph);
  });
  afterAll(() => graph.close());

  const run = async (
    options: Partial<TrainOptions>,
    { isTTY = false, cancelled = new AbortController().signal } = {},
  ) => {
    const { uri, username, password } = testGraphAddress();
    const settings = parseSettings({
      NEO4J_URI: uri,
      NEO4J_USERNAME: username,
      NEO4J_PASSWORD: password,
    });
    // If training is slow, it draws more frames than a stream buffers by default.
    const output = Object.assign(new PassThrough({ highWaterMark: 2 ** 24 }), { isTTY, columns: 60 });
    const summary = await train({ policy: 'DQN', ...options }, settings, silentProgress, output, cancelled);
    return { summary, shown: String(output.read()) };
  };

  it('writes JSON lines, ending with the final status, and suggests how to resume', async () => {
    const { summary, shown } = await run({ policy: 'TUTORIAL', steps: 150, seed: 4 });
    const lines = shown
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.at(-1)).toMatchObject({ status: 'SUCCEEDED', step: 150, loss: expect.any(Number) });
    const id = lines[0].run as string;
    expect(summary).toMatch(`TUTORIAL succeeded at step 150; the latest version is ${id.slice(0, 8)}-150.`);
    expect(summary).toMatch(`reelgraph train --resume ${id}`);
    const next = await run({ resume: id, steps: 10 });
    expect(next.summary).toMatch(/succeeded at step 160/);
  });

  it('draws curves on a terminal, in place and within its width', async () => {
    const { shown } = await run({ steps: 40 }, { isTTY: true });
    expect(shown).toMatch(/DQN training, run [0-9a-f]{8} {2}step \d+/);
    expect(shown).toMatch(/DQN succeeded, run [0-9a-f]{8} {2}step \d+/);
    expect(shown).toMatch(/loss +[▁▂▃▄▅▆▇█ ]+/);
    expect(shown).toMatch(/mean reward +[▁▂▃▄▅▆▇█ ]+/);
    expect(shown).toContain('\x1b[10A');
    const lines = stripVTControlCharacters(shown).split('\n');
    expect(Math.max(...lines.map((line) => [...line].length))).toBeLessThan(60);
  });

  it('writes JSON lines on a terminal if --json is given', async () => {
    const { shown } = await run({ policy: 'TUTORIAL', steps: 5, seed: 4, json: true }, { isTTY: true });
    expect(JSON.parse(shown.trim().split('\n').at(-1) as string)).toMatchObject({ step: 5 });
  });

  it('keeps the latest weights when it is cancelled', async () => {
    const cancelling = new AbortController();
    const training = run({ policy: 'TUTORIAL', seed: 4 }, { cancelled: cancelling.signal });
    const RUNNING = `MATCH (run:TrainingRun {status: 'RUNNING'}) WHERE run.step > 0 RETURN run.runID AS id`;
    while ((await graph.read(RUNNING)).length === 0) await wait(100);
    cancelling.abort();
    const { summary } = await training;
    expect(summary).toMatch(/TUTORIAL cancelled at step \d+; the latest version is [0-9a-f]{8}-\d+/);
  });

  it('fails if another process takes the training lease', async () => {
    const training = run({ policy: 'TUTORIAL', seed: 4 });
    const learning = `MATCH (run:TrainingRun {status: 'RUNNING'}) WHERE run.step > run.firstStep RETURN run.runID`;
    while ((await graph.read(learning)).length === 0) await wait(100);
    const take = `MATCH (lease:TrainingLease) SET lease.token = lease.token + 1`;
    const refused = expect(training).rejects.toThrow(/TUTORIAL was interrupted at step \d+; .*--resume/);
    await graph.write(take);
    await refused;
  });

  it('rejects an unknown run', async () => {
    await expect(run({ resume: 'none' })).rejects.toThrow(/No training run has the id "none"/);
  });
});
