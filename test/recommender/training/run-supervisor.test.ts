import { silentLogger } from '../../../src/logger';
import type { TrainingRun } from '../../../src/recommender/training/run-repository';
import { superviseRun } from '../../../src/recommender/training/run-supervisor';
import type { TrainingLease } from '../../../src/recommender/training/training-lease';
import type { TrainingResult } from '../../../src/recommender/training/training-task';
import type { WorkerEnd } from '../../../src/worker/start-worker';

/** A worker thread that computes one step for ever, until it is terminated. */
function endlessWorker() {
  let stop = () => {};
  const ended = new Promise<WorkerEnd<TrainingResult>>((end) => (stop = () => end({ status: 'STOPPED' })));
  return { ended, request: () => {}, stop: async () => stop() };
}

describe('superviseRun', () => {
  it('ends a cancelled run within a second, even if a step takes longer', async () => {
    const ends: unknown[] = [];
    const lease = {
      token: 1,
      lost: new AbortController().signal,
      attach: () => {},
      release: async () => {},
    } as unknown as TrainingLease;
    const run = superviseRun({
      run: { id: '1', step: 0, meanReward: 0, epsilon: 0 } as TrainingRun,
      lease,
      logger: silentLogger,
      publish: async ({ end }) => {
        ends.push(end?.status);
        return {};
      },
      startWorker: async (onProgress) => {
        onProgress({ kind: 'started' });
        return endlessWorker();
      },
    });
    await new Promise((resolve) => setTimeout(resolve, 20));
    const cancelledAt = performance.now();
    run.cancel();
    await run.ended;
    expect(performance.now() - cancelledAt).toBeLessThan(1_500);
    expect(ends).toEqual(['CANCELLED']);
  });
});
