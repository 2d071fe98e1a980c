import { AppError } from '../../app-error';
import type { Layer } from '../../recommender/policies/nn/feed-forward';
import type { SavedTutorialAgent } from '../../recommender/policies/tutorial/tutorial-agent-codec';
import { layerSizes, toNetwork } from '../../recommender/policies/dqn/q-network';
import type { DqnProgress } from '../../recommender/policies/dqn/dqn-codec';
import type { Network } from './layers-model';
import type { KeptWeights } from './read-weights';
import type { Tensor } from './safetensors';

/** What a policy's weights are: a network, the same as named tensors, and the films that its scores stand for. */
export interface ExportedPolicy {
  readonly network: Network;
  readonly tensors: readonly Tensor[];
  /** Film ids in the order of the scores; none where the network answers with an action vector. */
  readonly films?: readonly string[];
}

/** Policies that are a network. */
const NETWORKS: Readonly<Record<string, (kept: KeptWeights) => ExportedPolicy>> = {
  DQN: dqnNetwork,
  TUTORIAL: tutorialNetwork,
};

/** @throws AppError BAD_USER_INPUT for a policy that has no weights */
export function requireNetwork(policy: string): void {
  if (policy in NETWORKS) return;
  const names = Object.keys(NETWORKS).join(' or ');
  throw new AppError('BAD_USER_INPUT', `${policy} has no network to export; it takes ${names}.`);
}

/** Says what the arrays of a kept policy are. */
export const networkOf = (kept: KeptWeights): ExportedPolicy => NETWORKS[kept.policy](kept);

function tutorialNetwork({ progress, arrays }: KeptWeights): ExportedPolicy {
  const { settings, dimension } = progress as SavedTutorialAgent['progress'];
  const sizes = [dimension, ...settings.hidden, dimension];
  const layers = sizes.slice(1).map((outputs, at): Layer => ({
    inputs: sizes[at],
    outputs,
    weights: arrays[`parameter.${2 * at}`],
    biases: arrays[`parameter.${2 * at + 1}`],
  }));
  return { network: { layers }, tensors: layers.flatMap(layerTensors) };
}

/** The state, of K decayed averages of D numbers each, to a score for every film. */
function dqnNetwork({ progress, arrays }: KeptWeights): ExportedPolicy {
  const { settings, dimension, films } = progress as DqnProgress;
  const network = toNetwork(Object.keys(arrays).map((_, at) => arrays[`network.${at}`]));
  const layers = layerSizes(dimension, settings).map(([inputs, outputs], at): Layer => ({
    inputs,
    outputs,
    weights: network.weights[at],
    biases: network.layerBiases[at],
  }));
  return {
    network: {
      layers,
      linear: network.linear,
      films: { vectors: network.films, biases: network.biases },
    },
    tensors: [
      { name: 'films.weight', shape: [films.length, dimension], values: network.films },
      { name: 'films.bias', shape: [films.length], values: network.biases },
      { name: 'linear.weight', shape: [layers[0].inputs, dimension], values: network.linear },
      ...layers.flatMap(layerTensors),
    ],
    films,
  };
}

/** The two tensors of a dense layer. */
const layerTensors = ({ inputs, outputs, weights, biases }: Layer, at: number): Tensor[] => [
  { name: `layers.${at}.weight`, shape: [inputs, outputs], values: weights },
  { name: `layers.${at}.bias`, shape: [outputs], values: biases },
];
