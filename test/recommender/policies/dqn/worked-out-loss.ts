import type { DqnSettings } from '../../../../src/recommender/policies/dqn/dqn-settings';
import type { QNetwork } from '../../../../src/recommender/policies/dqn/q-network';

/** A logged choice: the films that make the state, all films rented before it, and the target. */
export interface WorkedChoice {
  readonly state: readonly number[];
  readonly rented: readonly number[];
  readonly film: number;
}

/** An experience; `next` is null if no state follows. */
export interface WorkedExperience {
  readonly state: readonly number[];
  readonly film: number;
  readonly reward: number;
  readonly next: readonly number[] | null;
}

/**
 * The loss as sums in loops, without tensors and without code of the product.
 * @param chances the probability that each film is a candidate; 0 for other films. Default: all films are candidates.
 */
export function workOutLoss(
  online: QNetwork,
  target: QNetwork,
  { decays, temperature, tdWeight, discount }: DqnSettings,
  choices: readonly WorkedChoice[],
  experiences: readonly WorkedExperience[],
  chances: readonly number[] = Array.from(online.biases, () => 1),
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
  const conservative = choices.map(({ state: history, rented, film }) => {
    const q = values(online, history);
    const sum = q.reduce(
      (total, value, other) =>
        total +
        (rented.includes(other) || chances[other] === 0 ? 0 : Math.exp(value / temperature) / chances[other]),
      0,
    );
    return Math.log(sum) - q[film] / temperature;
  });
  const td = experiences.map(({ state: history, film, reward, next }) => {
    let value = 0;
    if (next) {
      const q = values(online, next).map((own, other) =>
        next.includes(other) || chances[other] === 0 ? -Infinity : own,
      );
      value = values(target, next)[q.indexOf(Math.max(...q))];
    }
    return (values(online, history)[film] - reward - discount * value) ** 2;
  });
  return mean(conservative) + tdWeight * mean(td);
}
