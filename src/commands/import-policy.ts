import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { AppError } from '../app-error';
import type { Graph } from '../graph/graph';
import { silentLogger } from '../logger';
import { openGraph } from '../open-graph';
import type { Progress } from '../progress';
import type { DqnProgress } from '../recommender/policies/dqn/dqn-codec';
import type { SavedLearner } from '../recommender/policies/learner';
import { packLearner } from '../recommender/policies/weights-codec';
import { createRun, publishRun } from '../recommender/training/run-repository';
import { leaseLost, takeTrainingLease } from '../recommender/training/training-lease';
import type { Settings } from '../settings';
import { fromSafetensors } from './export/safetensors';
import { policyFromTensors } from './policy-from-tensors';

/**
 * Imports weights of policy DQN from a safetensors file as a version of a new run. The version can be promoted.
 * @returns the version
 * @throws AppError BAD_USER_INPUT if the file is not valid, TRAINING_BUSY if a training is running on this graph
 */
export async function importPolicy(from: string, settings: Settings, progress: Progress): Promise<string> {
  const saved = policyFromTensors(await readTensors(from));
  const { graph, close } = await openGraph(settings, progress, { shares: true });
  try {
    return await progress(
      'Importing policy DQN',
      () => publishImported(graph, saved),
      (version) => version,
    );
  } finally {
    await close();
  }
}

async function readTensors(path: string) {
  try {
    return fromSafetensors(await readFile(path));
  } catch (error) {
    const reason = (error as Error).message;
    throw new AppError('BAD_USER_INPUT', `Invalid --from "${path}": ${reason} Expected a .safetensors file.`);
  }
}

async function publishImported(graph: Graph, saved: SavedLearner): Promise<string> {
  const { settings, step, epsilon, meanReward } = saved.progress as DqnProgress;
  const lease = await takeTrainingLease(graph, silentLogger);
  try {
    const owner = { run: randomUUID(), token: lease.token, embedding: '' };
    const fields = { step, epsilon, meanReward };
    const isCreated = await createRun(graph, owner, {
      ...fields,
      policy: 'DQN',
      kind: 'RUN',
      seed: 0,
      steps: step,
      engine: 'import',
      engineVersion: '',
      settings: JSON.stringify(settings),
      firstStep: step,
      resumedFrom: null,
    });
    const published =
      isCreated &&
      (await publishRun(graph, owner, {
        progress: { ...fields, loss: null, reward: 0, stepsPerSecond: 0, validation: null, error: null },
        curve: [],
        learned: { weights: packLearner(saved), validation: null },
        end: { status: 'SUCCEEDED', error: null },
      }));
    if (!published || !published.version) throw leaseLost();
    return published.version;
  } finally {
    await lease.release();
  }
}
