import { AppError } from '../../../app-error';
import type { RandomState } from '../../../random';
import type { TutorialSettings } from './tutorial-settings';

/** All that an agent has learned. The replay memory is not part of it: it fills again. */
export interface SavedTutorialAgent {
  /** Plain numbers, fit for JSON. */
  readonly progress: {
    readonly settings: TutorialSettings;
    readonly seed: number;
    readonly dimension: number;
    readonly step: number;
    readonly epsilon: number;
    readonly meanReward: number;
    readonly optimizerStep: number;
    readonly random: RandomState;
  };
  /** Weights, biases and Adam's moments by name. */
  readonly arrays: Readonly<Record<string, Float32Array>>;
}

/** Names arrays for a saved agent: prefix.0, prefix.1, … */
export function nameArrays(prefix: string, arrays: readonly Float32Array[]): Record<string, Float32Array> {
  return Object.fromEntries(arrays.map((array, at) => [`${prefix}.${at}`, array.slice()]));
}

/**
 * Copies what `nameArrays` named back into arrays of the same lengths; changes none of them unless all fit.
 * @throws AppError POLICY_UNTRAINED when an array is missing or has another length.
 */
export function fillArrays(
  targets: Readonly<Record<string, readonly Float32Array[]>>,
  saved: SavedTutorialAgent['arrays'],
): void {
  const pairs = Object.entries(targets).flatMap(([prefix, arrays]) =>
    arrays.map((target, at) => ({ target, name: `${prefix}.${at}`, source: saved[`${prefix}.${at}`] })),
  );
  for (const { target, name, source } of pairs) {
    if (source?.length === target.length) continue;
    throw new AppError(
      'POLICY_UNTRAINED',
      `What was saved of the policy TUTORIAL has ${source?.length ?? 'no'} numbers for ${name}, ` +
        `where its film vectors and settings ask for ${target.length}. Train it again.`,
    );
  }
  for (const { target, source } of pairs) target.set(source);
}
