import type { DqnSettings } from '../../../../src/recommender/policies/dqn/dqn-settings';
import type { QNetwork } from '../../../../src/recommender/policies/dqn/q-network';

/** A step of somebody's history: the films before, the film rented then, and whether we know what came after. */
export interface WorkedTransition {
  readonly before: readonly number[];
  readonly film: number;
  readonly reward: number;
  readonly after: readonly number[] | null;
  readonly isFollowed: boolean;
  readonly isLogged: boolean;
}

/** The loss written down once more, with sums and loops, no tensors and no shared code. */
export function workOutLoss(
  online: QNetwork,
  target: QNetwork,
  { decays, temperature, tdWeight, discount }: DqnSettings,
  transitions: readonly WorkedTransition[],
): number {
  const films = online.biases.length;
  const dimension = online.films.length / films;

  const state = (network: QNetwork, history: readonly number[]) =>
    decays.flatMap((decay) =>
      Array.from({ length: dimension }, (_, i) => {
        let [sum, weight] = [0, 0];
        history.forEach((film, at) => {
          const w = decay ** (history.length - 1 - at);
          sum += w * network.films[film * dimension + i];
          weight += w;
        });
        return weight === 0 ? 0 : sum / weight;
      }),
    );
  const dense = (input: number[], weights: Float32Array, biases: ArrayLike<number>) =>
    Array.from(biases, (bias, j) =>
      input.reduce((sum, value, i) => sum + value * weights[i * biases.length + j], bias),
    );
  const values = (network: QNetwork, history: readonly number[]) => {
    const s = state(network, history);
    let hidden = s;
    network.weights.forEach((weights, layer) => {
      hidden = dense(hidden, weights, network.layerBiases[layer]);
      if (layer < network.weights.length - 1) hidden = hidden.map((value) => Math.max(0, value));
    });
    const straight = dense(s, network.linear, new Float32Array(dimension));
    const f = straight.map((value, i) => value + hidden[i]);
    return Array.from({ length: films }, (_, film) =>
      f.reduce((sum, value, i) => sum + value * network.films[film * dimension + i], network.biases[film]),
    );
  };

  const mean = (numbers: number[]) =>
    numbers.reduce((sum, number) => sum + number, 0) / (numbers.length || 1);
  const conservative = transitions
    .filter(({ isLogged }) => isLogged)
    .map(({ before, film }) => {
      const q = values(online, before);
      return (
        Math.log(q.reduce((sum, value) => sum + Math.exp(value / temperature), 0)) - q[film] / temperature
      );
    });
  const td = transitions
    .filter(({ isFollowed }) => isFollowed)
    .map(({ before, film, reward, after }) => {
      let next = 0;
      if (after) {
        const q = values(online, after);
        next = values(target, after)[q.indexOf(Math.max(...q))];
      }
      return (values(online, before)[film] - reward - discount * next) ** 2;
    });
  return mean(conservative) + tdWeight * mean(td);
}
