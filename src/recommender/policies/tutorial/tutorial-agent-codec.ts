import { AppError } from '../../../app-error';
import type { RandomState } from '../../../random';
import type { TutorialSettings } from './tutorial-settings';

/** A saved agent, without its replay memory. */
export interface SavedTutorialAgent {
  /** JSON values. */
  readonly progress: {
    readonly settings: TutorialSettings;
    readonly seed: number;
    readonly dimension: number;
    readonly step: number;
    readonly epsilon: number;
    /** The sum of all rewards; undefined in agents saved by an older version. */
    readonly totalReward?: number;
    readonly meanReward: number;
    readonly optimizerStep: number;
    readonly random: RandomState;
  };
  /** Weights, biases and Adam's moments by name. */
  readonly arrays: Readonly<Record<string, Float32Array>>;
}

/** Names arrays: prefix.0, prefix.1, … */
export function nameArrays(prefix: string, arrays: readonly Float32Array[]): Record<string, Float32Array> {
  return Object.fromEntries(arrays.map((array, at) => [`${prefix}.${at}`, array.slice()]));
}

/**
 * Copies named arrays into targets of the same lengths, but only if all arrays fit.
 * @throws AppError POLICY_UNTRAINED if an array is missing or has another length
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
      `The saved array ${name} of policy TUTORIAL has ${source?.length ?? 'no'} numbers, expected ${target.length}. Train the policy again.`,
    );
  }
  for (const { target, source } of pairs) target.set(source);
}
