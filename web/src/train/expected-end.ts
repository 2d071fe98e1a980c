import type { PointFragment, RunFragment } from '../api/operations.generated';

/**
 * Estimates the step at which a run will end. A policy with early stopping ends when the validation score has not
 * improved for a number of epochs ("patience"); every improvement moves the end.
 * @returns the maximum number of steps, if the policy has no early stopping or fewer than two epochs are known
 */
export function expectedEnd(
  { firstStep, steps, settings }: Pick<RunFragment, 'firstStep' | 'steps' | 'settings'>,
  curve: readonly PointFragment[],
): number {
  const last = firstStep + steps;
  const setting = (name: string) => Number(settings.find((each) => each.name === name)?.value ?? NaN);
  const [patience, tolerance] = [setting('patience'), setting('tolerance')];
  const epochs = curve.flatMap(({ step, validation }) => (validation == null ? [] : [{ step, validation }]));
  if (Number.isNaN(patience) || epochs.length < 2) return last;
  const lengths = epochs.slice(1).map(({ step }, i) => step - epochs[i].step);
  const epochLength = lengths.sort((a, b) => a - b)[Math.floor(lengths.length / 2)];
  const best = Math.max(...epochs.map(({ validation }) => validation));
  const kept = epochs.findLast(({ validation }) => validation >= best * (1 - (tolerance || 0)));
  return Math.min((kept?.step ?? 0) + patience * epochLength, last);
}
