import { AppError } from '../../app-error';
import type { Layer } from '../../recommender/engine/feed-forward';
import type { SavedTutorialAgent } from '../../recommender/policies/tutorial/tutorial-agent-codec';
import { layerSizes } from '../../recommender/policies/dqn/q-network';
import { type DqnProgress, readPublished } from '../../recommender/policies/dqn/dqn-codec';
import type { Network } from './layers-model';
import type { KeptWeights } from './read-weights';
import type { Tensor } from './safetensors';

/** The weights of a policy as a network and as named tensors, with the films that it scores. */
export interface ExportedPolicy {
  readonly network: Network;
  readonly tensors: readonly Tensor[];
  /** Film ids in the order of the scores; undefined if the output of the network is an action vector. */
  readonly films?: readonly string[];
}

/** The policies that have a network. */
const NETWORKS: Readonly<Record<string, (kept: KeptWeights) => ExportedPolicy>> = {
  DQN: dqnNetwork,
  TUTORIAL: tutorialNetwork,
};

/** @throws AppError BAD_USER_INPUT for a policy that has no weights */
export function requireNetwork(policy: string): void {
  if (policy in NETWORKS) return;
  const names = Object.keys(NETWORKS).join(' or ');
  throw new AppError(
    'BAD_USER_INPUT',
    `Unknown policy "${policy}": expected ${names}, which have weights to export.`,
  );
}

/** Maps the stored arrays of a policy to its network. */
export const networkOf = (kept: KeptWeights): ExportedPolicy => NETWORKS[kept.policy](kept);

function tutorialNetwork({ progress, arrays }: KeptWeights): ExportedPolicy {
  const { settings, dimension } = progress as SavedTutorialAgent['progress'];
  const sizes = [dimension, ...settings.hidden, dimension];
  const layers = sizes.slice(1).map((outputs, i): Layer => ({
    inputs: sizes[i],
    outputs,
    weights: arrays[`parameter.${2 * i}`],
    biases: arrays[`parameter.${2 * i + 1}`],
  }));
  return { network: { layers }, tensors: layers.flatMap(layerTensors) };
}

/** Maps a state, K decayed averages of D numbers each, to a score for each film. */
function dqnNetwork({ progress, arrays }: KeptWeights): ExportedPolicy {
  const { settings, dimension, films } = progress as DqnProgress;
  const { network, facts } = readPublished(arrays);
  const layers = layerSizes(dimension, settings).map(([inputs, outputs], i): Layer => ({
    inputs,
    outputs,
    weights: network.weights[i],
    biases: network.layerBiases[i],
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
      { name: 'films.rentals', shape: [films.length], values: facts.rentals },
      ...(facts.gains ? [{ name: 'films.gain', shape: [films.length], values: facts.gains }] : []),
    ],
    films,
  };
}

/** The two tensors of a dense layer. */
const layerTensors = ({ inputs, outputs, weights, biases }: Layer, i: number): Tensor[] => [
  { name: `layers.${i}.weight`, shape: [inputs, outputs], values: weights },
  { name: `layers.${i}.bias`, shape: [outputs], values: biases },
];
