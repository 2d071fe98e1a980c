/** The entry point of a training worker: it computes and reports; only the main thread writes to the graph. */
import { runWorker, type WorkerPort } from '../../worker/run-worker';
import { loadEngine } from '../engine/load-engine';
import { createDivergenceWatch, requireFinite } from '../policies/divergence';
import type { Learner, LearnerStep } from '../policies/learner';
import { LEARNERS } from '../policies/learners';
import { packLearner } from '../policies/weights-codec';
import type { Learned, TrainingResult, TrainingTask, TrainingUpdate } from './training-task';

/** Steps are reported in batches, five times a second. */
const BATCH_MS = 200;

runWorker<TrainingTask, TrainingUpdate, TrainingResult>(async (task, port) => {
  const engine = await loadEngine(task.engine);
  const learner = LEARNERS[task.policy].create({ ...task, engine });
  port.report({ kind: 'started' });
  return train(learner, task.steps, port);
});

async function train(
  learner: Learner,
  steps: number,
  { report, isRequested }: WorkerPort<TrainingUpdate>,
): Promise<TrainingResult> {
  const checkDivergence = createDivergenceWatch();
  let batch: LearnerStep[] = [];
  let reportedAt = performance.now();
  const reportBatch = () => {
    if (batch.length > 0) report({ kind: 'steps', steps: batch });
    batch = [];
    reportedAt = performance.now();
  };
  let isCancelled = false;
  for (let done = 0; done < steps && !learner.isFinished && !isCancelled; done++) {
    const step = await learner.step();
    batch.push(step);
    checkDivergence(step);
    if (performance.now() - reportedAt >= BATCH_MS) reportBatch();
    if (isRequested('snapshot')) {
      reportBatch();
      report({ kind: 'snapshot', learned: pack(learner) });
    }
    isCancelled = isRequested('cancel');
  }
  reportBatch();
  if (isCancelled) report({ kind: 'cancelled' });
  return { status: isCancelled ? 'CANCELLED' : 'SUCCEEDED', learned: pack(learner) };
}

/** @throws Diverged if a weight is not finite */
function pack(learner: Learner): Learned {
  const state = learner.save();
  const weights = learner.weights();
  requireFinite(weights.arrays);
  requireFinite(state.arrays);
  return {
    state: packLearner(state, 'bfloat16'),
    weights: packLearner(weights),
    validation: learner.validation,
    ranking: learner.ranking,
  };
}
