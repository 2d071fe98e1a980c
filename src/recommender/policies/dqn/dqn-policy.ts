import { feedForward, type Layer } from '../nn/feed-forward';
import type { Policy } from '../../policy';
import { emptyState, rent } from './decayed-state';
import type { DqnSettings } from './dqn-settings';
import { layerSizes, type QNetwork } from './q-network';

/** Answers with Q(s, a) of every film. Plain arithmetic: it needs no engine. */
export function createDqnPolicy(network: QNetwork, settings: DqnSettings): Policy {
  const { films, biases, linear } = network;
  const dimension = films.length / biases.length;
  const film = (number: number) => films.subarray(number * dimension, (number + 1) * dimension);
  const mlp: Layer[] = layerSizes(dimension, settings).map(([inputs, outputs], at) => ({
    inputs,
    outputs,
    weights: network.weights[at],
    biases: network.layerBiases[at],
  }));
  const straight: Layer = {
    inputs: mlp[0].inputs,
    outputs: dimension,
    weights: linear,
    biases: new Float32Array(dimension),
  };

  /** f(s): the vector that the best films are near to. */
  const actionVector = (history: Int32Array): Float32Array => {
    const state = emptyState(dimension, settings.decays);
    for (const number of history) rent(state, film(number), settings.decays);
    const curved = feedForward(mlp, state.averages);
    return feedForward([straight], state.averages).map((value, i) => value + curved[i]);
  };
  const score = (history: Int32Array): Float32Array => {
    const vector = actionVector(history);
    return biases.map((bias, number) => bias + dot(vector, films, number * dimension));
  };
  return { name: 'DQN', score: (histories) => histories.map(score) };
}

function dot(vector: Float32Array, films: Float32Array, start: number): number {
  let sum = 0;
  for (let i = 0; i < vector.length; i++) sum += vector[i] * films[start + i];
  return sum;
}
