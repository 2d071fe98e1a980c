/** The entry of a training thread: it only computes, and says what came of it. */
import { parentPort, workerData } from 'node:worker_threads';
import { loadEngine } from '../engine/load-engine';
import { createDivergenceWatch, requireFinite } from '../policies/divergence';
import { preferServing } from '../../thread-priority';
import type { Learner, LearnerStep } from '../policies/learner';
import { LEARNERS } from '../policies/trainable-policies';
import { packLearner } from '../policies/weights-codec';
import { type Learned, REQUESTS, type ThreadMessage, type TrainingTask } from './worker-protocol';

/** Steps are told in batches, five times a second. */
const BATCH_MS = 200;

const say = (message: ThreadMessage) => parentPort?.postMessage(message);

async function run(task: TrainingTask): Promise<void> {
  preferServing();
  const engine = await loadEngine(task.engine);
  const learner = LEARNERS[task.policy].create({ ...task, engine });
  say({ kind: 'started' });
  try {
    await train(learner, task);
  } finally {
    learner.dispose();
  }
}

async function train(learner: Learner, { steps, requests }: TrainingTask): Promise<void> {
  const watch = createDivergenceWatch();
  const isAsked = (request: number) => Atomics.exchange(requests, request, 0) === 1;
  let batch: LearnerStep[] = [];
  let saidAt = performance.now();
  const sayBatch = () => {
    if (batch.length > 0) say({ kind: 'steps', steps: batch });
    batch = [];
    saidAt = performance.now();
  };
  let cancelled = false;
  for (let done = 0; done < steps && !learner.isFinished && !cancelled; done++) {
    const step = await learner.step();
    batch.push(step);
    watch(step);
    if (performance.now() - saidAt >= BATCH_MS) sayBatch();
    if (isAsked(REQUESTS.snapshot)) {
      sayBatch();
      say({ kind: 'snapshot', learned: learnedBy(learner) });
    }
    cancelled = isAsked(REQUESTS.cancel);
  }
  sayBatch();
  say({ kind: 'ended', status: cancelled ? 'CANCELLED' : 'SUCCEEDED', learned: learnedBy(learner) });
}

/** What was learned, made sure that it can be served. */
function learnedBy(learner: Learner): Learned {
  const state = learner.save();
  const weights = learner.weights();
  requireFinite(weights.arrays);
  requireFinite(state.arrays);
  return {
    state: packLearner(state, 'bfloat16'),
    weights: packLearner(weights),
    validation: learner.validation,
  };
}

run(workerData as TrainingTask).catch((error: Error) => say({ kind: 'failed', reason: error.message }));
