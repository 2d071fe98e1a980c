import { createNearestFilms } from '../../films/nearest-films';
import { feedForward, type Layer } from '../../engine/feed-forward';
import type { Policy } from '../policy';
import { emptyState, rent } from './decayed-state';
import type { DqnSettings } from './dqn-settings';
import { layerSizes, type QNetwork } from './q-network';

/** Returns the policy that scores each film by Q(s, a). Plain arithmetic without an engine. */
export function createDqnPolicy(network: QNetwork, settings: DqnSettings): Policy {
  const { films, biases } = network;
  const dimension = films.length / biases.length;
  const actionVector = createActionVector(network, settings);
  const search = createNearestFilms(films, dimension, { nearness: 'innerProduct', biases });
  const score = (history: Int32Array) => new Float32Array(search.scores(actionVector(history)));
  return { name: 'DQN', score: (histories) => histories.map(score) };
}

/** Returns f(s) of a history, [dimension]. The best films have the highest inner products with it. */
export function createActionVector(
  network: QNetwork,
  settings: DqnSettings,
): (history: Int32Array) => Float32Array {
  const { films, biases, linear } = network;
  const dimension = films.length / biases.length;
  const film = (number: number) => films.subarray(number * dimension, (number + 1) * dimension);
  const mlp: Layer[] = layerSizes(dimension, settings).map(([inputs, outputs], layer) => ({
    inputs,
    outputs,
    weights: network.weights[layer],
    biases: network.layerBiases[layer],
  }));
  const straight: Layer = {
    inputs: mlp[0].inputs,
    outputs: dimension,
    weights: linear,
    biases: new Float32Array(dimension),
  };
  return (history) => {
    const state = emptyState(dimension, settings.decays);
    for (const number of history) rent(state, film(number), settings.decays);
    const curved = feedForward(mlp, state.averages);
    return feedForward([straight], state.averages).map((value, i) => value + curved[i]);
  };
}
