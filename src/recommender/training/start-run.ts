import { randomUUID } from 'node:crypto';
import { AppError } from '../../app-error';
import { requireMemory } from '../../available-memory';
import type { Graph } from '../../graph/graph';
import type { Logger } from '../../logger';
import { startWorker } from '../../worker/start-worker';
import type { Engine } from '../engine/load-engine';
import { requireEmbedding } from '../films/require-embedding';
import type { FilmCatalogue } from '../films/film-catalogue';
import { readImpressions } from '../impressions/read-impressions';
import { readStoreVisits } from '../impressions/read-visits';
import { listExperiences } from '../impressions/list-experiences';
import type { SavedLearner } from '../policies/learner';
import { loadLearningData } from '../policies/load-learning-data';
import type { TrainablePolicy } from '../policies/policy';
import { LEARNERS } from '../policies/learners';
import { createRun, publishRun, readSavedRun, requireTrainingRun, type TrainingRun } from './run-repository';
import { type PublicationTiming, type SupervisedRun, superviseRun } from './run-supervisor';
import { leaseLost, takeTrainingLease } from './training-lease';
import type { TrainingRequest } from './training-request';
import type { TrainingResult, TrainingTask, TrainingUpdate } from './training-task';
import { readTutorialAgent } from './tutorial-agent-repository';

export interface StartRunOptions {
  readonly graph: Graph;
  readonly engine: Engine;
  readonly catalogue: () => Promise<FilmCatalogue>;
  /** The default seed of a run. */
  readonly seed: number;
  readonly logger: Logger;
  /** Max size of a worker's heap, in megabytes. Default: Node's limit. */
  readonly heapMegabytes?: number;
  readonly timing?: PublicationTiming;
  /** How long the training lease lasts without renewal, in milliseconds. Default: 6,000. */
  readonly leaseMs?: number;
}

/** Where a run starts: from scratch, or from the state of an earlier run or of the TUTORIAL agent. */
interface StartingPoint {
  readonly policy: TrainablePolicy;
  readonly resumedFrom: string | null;
  readonly seed?: number;
  readonly step: number;
  readonly meanReward: number;
  readonly epsilon: number;
  readonly saved?: SavedLearner;
}

/**
 * Takes the lease, stores the new run and starts it.
 * @throws AppError TRAINING_BUSY if another process trains, NOT_FOUND, EMBEDDINGS_MISSING
 */
export async function startRun(request: TrainingRequest, options: StartRunOptions): Promise<SupervisedRun> {
  const { graph, engine, logger } = options;
  const catalogue = await options.catalogue();
  const embedding = catalogue.space;
  const start = await findStart(request, graph, embedding);
  const { policy, saved } = start;
  if (LEARNERS[policy].needsEmbeddings) requireEmbedding(catalogue, 'NODE2VEC');
  const kind = request.kind ?? 'RUN';
  const seed = request.seed ?? start.seed ?? options.seed;
  const steps = request.steps ?? LEARNERS[policy].steps;

  const startTraining = async (onProgress: (update: TrainingUpdate) => void) => {
    const [data, lists, visits] = await Promise.all([
      loadLearningData(graph, catalogue),
      readImpressions(graph, catalogue.numbers),
      LEARNERS[policy].needsVisits ? readStoreVisits(graph, catalogue.numbers) : undefined,
    ]);
    const bytes = LEARNERS[policy].memory?.(data);
    if (bytes !== undefined) {
      const [films, remedy] = [data.log.films.length, 'Free memory, or run the trainer on a larger machine.'];
      requireMemory({ work: `Training ${policy} on ${films} films`, bytes, remedy });
      logger.info({ policy, films, megabytes: Math.ceil(bytes / 1e6) }, 'Estimated the memory for training');
    }
    const experiences = lists.flatMap(listExperiences);
    const task = { policy, engine: engine.name, ...data, experiences, visits, seed, steps, saved };
    const { heapMegabytes } = options;
    return startWorker<TrainingTask, TrainingUpdate, TrainingResult>({
      folder: __dirname,
      entry: 'worker',
      task,
      onProgress,
      heapMegabytes,
    });
  };

  const lease = await takeTrainingLease(graph, logger, options.leaseMs);
  try {
    const owner = { run: randomUUID(), token: lease.token, embedding };
    const { step, meanReward, epsilon, resumedFrom } = start;
    const isCreated = await createRun(graph, owner, {
      policy,
      kind,
      seed,
      steps,
      engine: engine.name,
      engineVersion: engine.version,
      settings: JSON.stringify(LEARNERS[policy].settings),
      firstStep: step,
      resumedFrom,
      step,
      meanReward,
      epsilon,
    });
    if (!isCreated) throw leaseLost();
    return superviseRun({
      run: await requireTrainingRun(graph, owner.run),
      lease,
      logger,
      publish: (publication) => publishRun(graph, owner, publication),
      startWorker: startTraining,
      timing: options.timing,
    });
  } catch (error) {
    await lease.release();
    throw error;
  }
}

const NOT_STARTED = { step: 0, meanReward: 0, epsilon: 0 };

async function findStart(
  { policy, resume, seed }: TrainingRequest,
  graph: Graph,
  embedding: string,
): Promise<StartingPoint> {
  if (resume !== undefined) return resumeRun(await requireTrainingRun(graph, resume), graph, embedding);
  const fromScratch = { policy, resumedFrom: null, ...NOT_STARTED };
  if (policy !== 'TUTORIAL' || seed !== undefined) return fromScratch;
  const agent = await readTutorialAgent(graph, embedding);
  return agent ? { ...fromScratch, ...agent.saved.progress, saved: agent.saved } : fromScratch;
}

/** @throws AppError BAD_USER_INPUT if the run's state is no longer kept */
async function resumeRun(run: TrainingRun, graph: Graph, embedding: string): Promise<StartingPoint> {
  const { id, policy, seed, version } = run;
  const state = await readSavedRun(graph, id);
  if (version && !state) {
    throw new AppError(
      'BAD_USER_INPUT',
      `The run ${id} is too old to resume: only the newest runs of a policy keep their state. Resume one of trainingRuns { id }.`,
    );
  }
  // Weights of another embedding space have no meaning in this one.
  const isUsable = !LEARNERS[policy].needsEmbeddings || state?.embedding === embedding;
  const saved = isUsable ? state?.saved : undefined;
  // The run itself may have reported later steps than the last ones that it saved.
  const { step, meanReward, epsilon } = saved?.progress ?? NOT_STARTED;
  return { policy, resumedFrom: id, seed, step, meanReward, epsilon, saved };
}
