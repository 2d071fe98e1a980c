import { AppError } from '../../../app-error';
import type { RandomState } from '../../../random';
import type { SavedLearner } from '../learner';
import type { DqnSettings } from './dqn-settings';

/** Where a learner stands, in plain values. */
export interface DqnProgress {
  readonly settings: DqnSettings;
  readonly seed: number;
  readonly dimension: number;
  /** What the rows of `own` and of `features` stand for. */
  readonly films: readonly string[];
  readonly features: readonly string[];
  readonly step: number;
  readonly optimizerStep: number;
  readonly epsilon: number;
  readonly meanReward: number;
  readonly random: RandomState;
}

/** Copies of the agent's parameters under names; `prefix` tells whose: online, target, best, … */
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

/** How rows that were saved map to rows of today: films and features that are new keep what they have. */
export interface RowMaps {
  readonly films: Int32Array;
  readonly features: Int32Array;
}

/** For each name of today its row in what was saved, or -1, [now]. */
export function mapRows(now: readonly string[], saved: readonly string[]): Int32Array {
  const rows = new Map(saved.map((name, row) => [name, row]));
  return Int32Array.from(now, (name) => rows.get(name) ?? -1);
}

/**
 * Copies saved parameters back into `parameters`; nothing is changed unless all are there and of the right size.
 * @throws AppError POLICY_UNTRAINED
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
      `What was saved of the policy DQN does not fit ${name} of its settings today. Train it anew, without resume.`,
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
