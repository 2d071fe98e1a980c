import { join } from 'node:path';
import type {
  TrainingResult,
  TrainingTask,
  TrainingUpdate,
} from '../../src/recommender/training/training-task';
import { startWorker } from '../../src/worker/start-worker';

const FOLDER = join(__dirname, '../../src/recommender/training');

/** Three customers who rent four films of two dimensions. */
const task = (change: Partial<TrainingTask> = {}): TrainingTask => ({
  policy: 'DQN',
  engine: 'cpu',
  log: {
    films: ['1', '2', '3', '4'],
    customers: ['1', '2', '3'],
    histories: [
      [0, 1, 2, 3],
      [1, 2, 3, 0],
      [2, 3, 0, 1],
    ].map((films) => Int32Array.from(films)),
  },
  vectors: Float32Array.of(1, 0, 0, 1, 1, 1, 1, -1),
  dimension: 2,
  features: {
    names: ['category:1'],
    offsets: Int32Array.of(0, 1, 2, 3, 4),
    numbers: Int32Array.of(0, 0, 0, 0),
    weights: Float32Array.of(1, 1, 1, 1),
  },
  seed: 1,
  steps: 3,
  ...change,
});

const start = (given: TrainingTask, onProgress: (update: TrainingUpdate) => void = () => {}) =>
  startWorker<TrainingTask, TrainingUpdate, TrainingResult>({
    folder: FOLDER,
    entry: 'worker',
    task: given,
    onProgress,
  });

describe('startWorker', () => {
  it('returns the result of the worker and reports its progress', async () => {
    const updates: TrainingUpdate[] = [];
    const end = await start(task(), (update) => updates.push(update)).ended;
    expect(end).toMatchObject({ status: 'DONE', result: { status: 'SUCCEEDED' } });
    expect(updates[0]).toEqual({ kind: 'started' });
    const steps = updates.flatMap((update) => (update.kind === 'steps' ? update.steps : []));
    expect(steps.map(({ step }) => step)).toEqual([1, 2, 3]);
  });

  it('returns the message and the code of an error', async () => {
    const histories = [Int32Array.of(0)];
    const log = { films: ['1', '2', '3', '4'], customers: ['1'], histories };
    expect(await start(task({ log })).ended).toEqual({
      status: 'FAILED',
      error: expect.stringMatching(/No customer rented more than one film/),
      code: 'BAD_USER_INPUT',
      cause: expect.objectContaining({ stack: expect.stringMatching(/create-dqn-learner/) }),
    });
  });

  it('handles requests, and reports when it was stopped', async () => {
    const worker = start(task({ steps: 1_000_000 }), ({ kind }) => {
      if (kind === 'started') worker.request('snapshot');
      if (kind === 'snapshot') worker.request('cancel');
    });
    expect(await worker.ended).toMatchObject({ status: 'DONE', result: { status: 'CANCELLED' } });
    const stopped = start(task({ steps: 1_000_000 }));
    await stopped.stop();
    expect(await stopped.ended).toEqual({ status: 'STOPPED' });
  });
});
