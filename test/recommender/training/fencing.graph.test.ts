import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface, type Interface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import type { Graph } from '../../../src/graph/graph';
import { createTestService, fillWithRandomEmbeddings, type TestService } from '../../graphql/test-service';
import { openTestGraph, testGraphAddress } from '../../test-graph';
import { training } from './training-operations';

const TRAIN = join(__dirname, 'train-process.ts');

interface OtherProcess {
  child: ChildProcess;
  /** Resolves when the process has ended. */
  exited: Promise<unknown>;
  lines: Interface;
  run: string;
}

describe('a training process', () => {
  let graph: Graph;
  let service: TestService;
  const children: ChildProcess[] = [];
  beforeAll(async () => {
    graph = await openTestGraph();
    await fillWithRandomEmbeddings(graph);
    service = await createTestService(graph);
  });
  afterAll(async () => {
    for (const child of children) child.kill('SIGKILL');
    await service.recommender.close();
    await graph.close();
  });

  /** Starts another process that trains, and waits for its first publication. */
  const otherProcess = async (resume: string[] = []): Promise<OtherProcess> => {
    const values = [TRAIN, JSON.stringify(testGraphAddress()), ...resume];
    const child = spawn(process.execPath, ['--import', require.resolve('tsx'), ...values], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    children.push(child);
    const exited = once(child, 'exit');
    const lines = createInterface(child.stdout as NodeJS.ReadableStream);
    const [line] = (await once(lines, 'line')) as [string];
    const { run } = JSON.parse(line) as { run: string };
    const { read } = training(service);
    while (!(await read(run)).version) await wait(100);
    return { child, exited, lines, run };
  };

  const published = () =>
    graph.read(
      `MATCH (run:TrainingRun) OPTIONAL MATCH (run)-[:PUBLISHED]->(version)
       RETURN run.runID AS run, run.step AS step, run.status AS status, run.curve AS curve, version.version AS version
       ORDER BY run, version`,
    );
  /** Lets the lease expire at once, by the graph's clock. */
  const expireLease = () =>
    graph.run("MATCH (lease:TrainingLease) SET lease.expiresAt = datetime.realtime() - duration('PT1S')");
  const recommended = async () =>
    (await service.ask('{ recommendations(customer: "1", policy: TUTORIAL) { version items { score } } }'))
      .data.recommendations;

  it('publishes nothing after its lease expired while it was suspended, and its run is INTERRUPTED', async () => {
    const { child, exited, lines, run } = await otherProcess();
    child.kill('SIGSTOP');
    const { read, tryStart, start, ended } = training(service);
    expect((await tryStart({})).errors).toEqual([expect.objectContaining({ code: 'TRAINING_BUSY' })]);
    await expireLease();
    expect(await read(run)).toMatchObject({ status: 'INTERRUPTED' });
    const next = await start({ steps: 20 });
    await ended(next.id);
    const before = await published();

    child.kill('SIGCONT');
    const [line] = (await once(lines, 'line')) as [string];
    expect(JSON.parse(line)).toEqual({ status: 'INTERRUPTED' });
    await exited;
    expect(await published()).toEqual(before);
    expect(await read(run)).toMatchObject({ status: 'INTERRUPTED' });
  });

  it('publishes nothing after a suspension even if no other process trained in the meantime', async () => {
    const { child, exited, lines, run } = await otherProcess();
    child.kill('SIGSTOP');
    await expireLease();
    const before = await published();
    child.kill('SIGCONT');
    await once(lines, 'line');
    expect(await published()).toEqual(before);
    expect((await training(service).read(run)).status).toBe('INTERRUPTED');
    await exited;
  });

  it('that is killed leaves its last version, which is served, and an INTERRUPTED run, which can be resumed', async () => {
    const { child, exited, run } = await otherProcess();
    const { read, start, ended } = training(service);
    child.kill('SIGKILL');
    await exited;
    await expireLease();
    // A renewal of the lease reports steps that no publication saved.
    await graph.run('MATCH (run:TrainingRun {runID: $run}) SET run.step = run.step + 20', { run });
    const killed = await read(run);
    expect(killed).toMatchObject({ status: 'INTERRUPTED', finishedAt: expect.any(String) });
    const step = Number(killed.version.split('-').at(-1));
    expect(step).toBeLessThan(killed.step);
    expect(killed.curve.length).toBeGreaterThan(0);

    const list = await recommended();
    expect(list.version).toBe(`seed-1-step-${step}`);
    expect(list.items).toHaveLength(5);
    const next = await start({ resume: run, steps: 10 });
    expect(next.step).toBeLessThan(killed.step);
    expect(await ended(next.id)).toMatchObject({ status: 'SUCCEEDED', resumedFrom: run, step: step + 10 });
  });

  it('answers trainStep with TRAINING_BUSY if it loses the lease', async () => {
    const answer = service.ask('mutation { trainStep(input: { steps: 1000 }) { step } }');
    const running = "MATCH (run:TrainingRun {kind: 'STEP', status: 'RUNNING'}) RETURN run.runID";
    while ((await graph.read(running)).length === 0) await wait(50);
    await expireLease();
    expect((await answer).errors).toEqual([
      { code: 'TRAINING_BUSY', message: expect.stringMatching(/was interrupted at step \d+/) },
    ]);
  });
});
