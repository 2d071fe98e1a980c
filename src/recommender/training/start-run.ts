import { randomUUID } from 'node:crypto';
import { AppError } from '../../app-error';
import type { Graph } from '../../graph/graph';
import { embeddingSpace, requireEmbedding } from '../films/embedding-space';
import { listExperiences } from '../policies/dqn/list-experiences';
import { loadLearningData } from '../policies/load-learning-data';
import { readImpressions } from '../impressions/read-impressions';
import type { SavedLearner } from '../policies/learner';
import { LEARNERS } from '../policies/trainable-policies';
import { superviseRun, type SupervisedRun } from './run-supervisor';
import { createRunPublisher } from './run-publisher';
import { acquireTrainingLease } from './training-lease';
import { readLearned, requireTrainingRun, type TrainingRun } from './run-repository';
import type { TrainingOrder, TrainingRunsOptions } from './training-runs';
import { startTrainingWorker, type ThreadEvents } from './worker-handle';

/**
 * Takes the graph's lease, writes the new run down and sets it going.
 * @throws AppError TRAINING_BUSY where another process trains, NOT_FOUND, EMBEDDINGS_MISSING
 */
export async function startRun(order: TrainingOrder, options: TrainingRunsOptions): Promise<SupervisedRun> {
  const { graph, engine } = options;
  const earlier = order.resume === undefined ? undefined : await requireTrainingRun(graph, order.resume);
  const policy = earlier?.policy ?? order.policy;
  const kind = LEARNERS[policy];
  const catalogue = await options.catalogue();
  if (kind.needsEmbeddings) requireEmbedding(catalogue, 'NODE2VEC');
  const embedding = embeddingSpace(catalogue);
  const seed = order.seed ?? earlier?.seed ?? options.seed;
  const steps = order.steps ?? kind.steps;

  const saved = earlier && (await readSaved(graph, earlier, kind.needsEmbeddings ? embedding : undefined));
  const startThread = async (events: ThreadEvents) => {
    const [data, lists] = await Promise.all([
      loadLearningData(graph, catalogue),
      readImpressions(graph, catalogue.numbers),
    ]);
    const experiences = lists.flatMap(listExperiences);
    const task = { policy, engine: engine.name, ...data, experiences, seed, steps, saved };
    return startTrainingWorker(task, events, options.heapMegabytes);
  };

  const lease = await acquireTrainingLease(graph);
  try {
    const id = randomUUID();
    const publisher = createRunPublisher(graph, { run: id, token: lease.token, embedding });
    await publisher.create({
      policy,
      seed,
      steps,
      settings: JSON.stringify(kind.settings),
      engine: engine.name,
      engineVersion: engine.version,
      resumedFrom: earlier?.id,
      step: earlier?.step ?? 0,
      reward: 0,
      meanReward: earlier?.meanReward ?? 0,
      epsilon: earlier?.epsilon ?? 0,
      stepsPerSecond: 0,
    });
    return superviseRun({ run: await requireTrainingRun(graph, id), lease, publisher, startThread });
  } catch (error) {
    await lease.release();
    throw error;
  }
}

/**
 * What a run published, to go on from. Nothing where it never did, or where it learned in an embedding space that
 * is another one now.
 * @throws AppError BAD_USER_INPUT where it published and that is not kept any more
 */
async function readSaved(
  graph: Graph,
  { id, version }: TrainingRun,
  embedding: string | undefined,
): Promise<SavedLearner | undefined> {
  const learned = await readLearned(graph, id);
  if (version && !learned) {
    const message = `The run ${id} is too old to go on from: only newer ones keep what that needs. Go on from one of trainingRuns.`;
    throw new AppError('BAD_USER_INPUT', message);
  }
  const isUsable = embedding === undefined || learned?.embedding === embedding;
  return isUsable ? learned?.saved : undefined;
}
