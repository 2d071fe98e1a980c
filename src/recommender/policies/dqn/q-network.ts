import type { DqnSettings } from './dqn-settings';

/**
 * The parameters of the agent's network in plain arrays. With D numbers per film vector, K decays, H hidden units:
 * Q(s, a) = ⟨f(s), e(a)⟩ + b(a), f(s) = A s + MLP(s).
 */
export interface QNetwork {
  /** e, [films, D]. */
  readonly films: Float32Array;
  /** b, [films]. */
  readonly biases: Float32Array;
  /** A, [K · D, D]. */
  readonly linear: Float32Array;
  /** The layers of the MLP, [K · D, H], [H, H], [H, D], and their biases. */
  readonly weights: readonly Float32Array[];
  readonly layerBiases: readonly Float32Array[];
}

/** Inputs and outputs of each layer of the MLP. */
export function layerSizes(dimension: number, { decays, hidden }: DqnSettings): [number, number][] {
  const sizes = [decays.length * dimension, ...hidden, dimension];
  return sizes.slice(1).map((outputs, at) => [sizes[at], outputs]);
}

/** The network's arrays in a fixed order: films, biases, linear, weights, layerBiases. */
export const networkArrays = (network: QNetwork): Float32Array[] => [
  network.films,
  network.biases,
  network.linear,
  ...network.weights,
  ...network.layerBiases,
];

/** The network of arrays in that order. */
export function toNetwork([films, biases, linear, ...layers]: readonly Float32Array[]): QNetwork {
  const half = layers.length / 2;
  return { films, biases, linear, weights: layers.slice(0, half), layerBiases: layers.slice(half) };
}

/** The shapes of the arrays in that order. */
export function networkShapes(filmCount: number, dimension: number, settings: DqnSettings): number[][] {
  const sizes = layerSizes(dimension, settings);
  return [
    [filmCount, dimension],
    [filmCount],
    [settings.decays.length * dimension, dimension],
    ...sizes,
    ...sizes.map(([, outputs]) => [outputs]),
  ];
}
