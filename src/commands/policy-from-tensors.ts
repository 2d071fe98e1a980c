import { z } from 'zod';
import { AppError } from '../app-error';
import { createRandom } from '../random';
import { type DqnProgress, publishedArrays } from '../recommender/policies/dqn/dqn-codec';
import { DQN_SETTINGS, type DqnSettings } from '../recommender/policies/dqn/dqn-settings';
import { layerSizes, type QNetwork } from '../recommender/policies/dqn/q-network';
import type { SavedLearner } from '../recommender/policies/learner';
import type { Safetensors } from './export/safetensors';

const FILMS = z.array(z.string()).min(1);
const SETTINGS = z.looseObject({
  decays: z.array(z.number().min(0).lt(1)).min(1),
  hidden: z.array(z.int().positive()),
});
const PROGRESS = z.looseObject({ settings: SETTINGS.optional(), step: z.int().optional() });

/**
 * Reads weights of policy DQN from the tensors that `reelgraph export policy` writes: films.weight [films, D],
 * films.bias [films], linear.weight [K · D, D], layers.N.weight and layers.N.bias, and optionally films.rentals [films]
 * and films.gain [films]. The metadata holds `films` (JSON of the film ids) and optionally `progress` or `settings`
 * (JSON), whose `decays` and `hidden` describe the network.
 * @throws AppError BAD_USER_INPUT if a tensor is missing, has another shape, or is not finite
 */
export function policyFromTensors({ tensors, metadata }: Safetensors): SavedLearner {
  const policy = metadata.policy ?? 'DQN';
  if (policy !== 'DQN') throw invalid(`policy is ${policy}: only DQN can be imported.`);
  const films = parse(FILMS, 'films', metadata.films);
  const progress = metadata.progress ? parse(PROGRESS, 'progress', metadata.progress) : {};
  const given = metadata.settings ? parse(SETTINGS, 'settings', metadata.settings) : progress.settings;
  const settings: DqnSettings = { ...DQN_SETTINGS, ...given };

  const read = (name: string, shape: readonly number[]): Float32Array => {
    const tensor = tensors.get(name);
    if (!tensor) throw invalid(`the tensor ${name} is missing, expected [${shape.join(', ')}].`);
    if (tensor.shape.join() !== shape.join()) {
      throw invalid(
        `the tensor ${name} has the shape [${tensor.shape.join(', ')}], expected [${shape.join(', ')}].`,
      );
    }
    if (!tensor.values.every(Number.isFinite)) throw invalid(`the tensor ${name} contains NaN or Infinity.`);
    return tensor.values;
  };
  const dimension = tensors.get('films.weight')?.shape[1] ?? settings.dimension;
  const sizes = layerSizes(dimension, settings);
  const network: QNetwork = {
    films: read('films.weight', [films.length, dimension]),
    biases: read('films.bias', [films.length]),
    linear: read('linear.weight', [settings.decays.length * dimension, dimension]),
    weights: sizes.map((size, layer) => read(`layers.${layer}.weight`, size)),
    layerBiases: sizes.map(([, outputs], layer) => read(`layers.${layer}.bias`, [outputs])),
  };
  const optional = (name: string) => (tensors.has(name) ? read(name, [films.length]) : undefined);
  const rentals = optional('films.rentals') ?? new Float32Array(films.length).fill(1);
  const saved: DqnProgress = {
    seed: 0,
    features: [],
    phase: 'REFIT',
    epoch: 0,
    chosenEpoch: 0,
    isFinished: true,
    rentals: rentals.reduce((sum, count) => sum + count, 0),
    runSteps: 0,
    step: 0,
    optimizerStep: 0,
    epsilon: 0,
    meanReward: 0,
    random: createRandom(0).save(),
    ...progress,
    settings,
    dimension,
    films,
  };
  return { progress: saved, arrays: publishedArrays(network, { rentals, gains: optional('films.gain') }) };
}

function parse<Value>(schema: z.ZodType<Value>, name: string, json: string | undefined): Value {
  if (json === undefined) throw invalid(`the metadata has no ${name}.`);
  try {
    return schema.parse(JSON.parse(json));
  } catch (error) {
    const reason = error instanceof z.ZodError ? z.prettifyError(error) : (error as Error).message;
    throw invalid(`${name} of the metadata is invalid: ${reason}`);
  }
}

const invalid = (reason: string) =>
  new AppError('BAD_USER_INPUT', `These weights cannot be imported: ${reason} See examples/pytorch.`);
