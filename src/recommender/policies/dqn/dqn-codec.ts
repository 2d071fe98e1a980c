import { AppError } from '../../../app-error';
import type { RandomState } from '../../../random';
import type { SavedLearner } from '../learner';
import type { BlendWeights, FilmFacts } from './blend';
import type { DqnSettings } from './dqn-settings';
import { networkArrays, type QNetwork, toNetwork } from './q-network';

/**
 * The phases of training. VALIDATE learns from the older part of each history, until validation on the rest chooses
 * the number of epochs. REFIT learns from scratch on the whole log for that number of epochs. STEPS trains a
 * finished agent further on the whole log.
 */
export type DqnPhase = 'VALIDATE' | 'REFIT' | 'STEPS';

/** The state of a learner in plain values. */
export interface DqnProgress {
  readonly settings: DqnSettings;
  readonly seed: number;
  readonly dimension: number;
  /** Names of the rows of `own` and of `features`. */
  readonly films: readonly string[];
  readonly features: readonly string[];
  readonly phase: DqnPhase;
  /** Finished epochs of the phase. */
  readonly epoch: number;
  /** In VALIDATE: the best epoch so far. Later: the number of epochs of REFIT. */
  readonly chosenEpoch: number;
  readonly isFinished: boolean;
  /** Total steps of VALIDATE and REFIT. */
  readonly runSteps: number;
  /** Rentals in the log that the phase learns from. */
  readonly rentals: number;
  /** Weights of the network and the linear models; undefined before VALIDATE has ended. */
  readonly blend?: BlendWeights;
  readonly step: number;
  readonly optimizerStep: number;
  readonly epsilon: number;
  readonly meanReward: number;
  readonly random: RandomState;
}

/** Copies of parameters by name. The prefix says which ones: online, target, … */
export function nameParameters(
  prefix: string,
  parameters: readonly Float32Array[],
): Record<string, Float32Array> {
  return Object.fromEntries(
    parameters.map((array, at) => [`${prefix}.${nameOf(at, parameters.length)}`, array.slice()]),
  );
}

/** own, features, biases, linear, weights.0, …, layerBiases.0, … */
function nameOf(at: number, count: number): string {
  const fixed = ['own', 'features', 'biases', 'linear'];
  const layers = (count - fixed.length) / 2;
  if (at < fixed.length) return fixed[at];
  const layer = at - fixed.length;
  return layer < layers ? `weights.${layer}` : `layerBiases.${layer - layers}`;
}

/** The saved row of each film and feature, or -1 for a new one, which keeps its initial values. */
export interface RowMaps {
  readonly films: Int32Array;
  readonly features: Int32Array;
}

/**
 * Copies saved parameters into `parameters`, but only if all arrays are present and of the right size.
 * @throws AppError POLICY_UNTRAINED otherwise
 */
export function restoreParameters(
  prefix: string,
  parameters: readonly Float32Array[],
  arrays: SavedLearner['arrays'],
  maps: RowMaps,
  dimension: number,
): void {
  const pairs = parameters.map((target, at) => {
    const name = nameOf(at, parameters.length);
    return { name, target, source: arrays[`${prefix}.${name}`] };
  });
  const rowsOf: Record<string, { map: Int32Array; width: number } | undefined> = {
    own: { map: maps.films, width: dimension },
    features: { map: maps.features, width: dimension },
    biases: { map: maps.films, width: 1 },
  };
  for (const { name, target, source } of pairs) {
    if (source && (rowsOf[name] || source.length === target.length)) continue;
    throw new AppError(
      'POLICY_UNTRAINED',
      `The saved array ${name} of policy DQN has ${source?.length ?? 'no'} numbers, expected ${target.length}. Train the policy again without resume.`,
    );
  }
  for (const { name, target, source } of pairs) {
    const rows = rowsOf[name];
    if (!rows) target.set(source);
    else copyRows(target, source, rows.map, rows.width);
  }
}

function copyRows(target: Float32Array, source: Float32Array, map: Int32Array, width: number): void {
  map.forEach((from, to) => {
    if (from >= 0) target.set(source.subarray(from * width, (from + 1) * width), to * width);
  });
}

/** The published arrays: the network, and statistics of films for the blend. */
export function publishedArrays(network: QNetwork, { rentals, gains }: FilmFacts): SavedLearner['arrays'] {
  const arrays = networkArrays(network).map((array, index) => [`network.${index}`, array] as const);
  return { ...Object.fromEntries(arrays), rentals, ...(gains && { gains }) };
}

/**
 * Reads `publishedArrays`. For versions that were published without rental counts, every film counts as rented once.
 */
export function readPublished(arrays: SavedLearner['arrays']): { network: QNetwork; facts: FilmFacts } {
  const names = Object.keys(arrays).filter((name) => name.startsWith('network.'));
  const network = toNetwork(names.map((_, index) => arrays[`network.${index}`]));
  const rentals = arrays.rentals ?? new Float32Array(network.biases.length).fill(1);
  return { network, facts: { rentals, gains: arrays.gains } };
}
