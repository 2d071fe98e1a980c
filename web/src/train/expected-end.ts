import type { PointFragment, RunFragment } from '../api/operations.generated';

/** A run whose validation is missing for this many epochs trains on the whole log. */
const MISSED_EPOCHS = 1.5;

/**
 * Estimates the step at which a run will end. A policy with early stopping ends validation when the score has not
 * improved for a number of epochs ("patience"); every improvement moves that end. Then it trains again on the whole log,
 * for as many epochs as the kept one.
 * @returns the maximum number of steps, if the policy has no early stopping or fewer than two epochs are known
 */
export function expectedEnd(
  { firstStep, step, steps, settings }: Pick<RunFragment, 'firstStep' | 'step' | 'steps' | 'settings'>,
  curve: readonly PointFragment[],
): number {
  const last = firstStep + steps;
  const setting = (name: string) => Number(settings.find((each) => each.name === name)?.value ?? NaN);
  const [patience, tolerance, heldOut] = [setting('patience'), setting('tolerance'), setting('heldOut')];
  const epochs = curve.flatMap((point) =>
    point.validation == null ? [] : [{ step: point.step, validation: point.validation }],
  );
  if (Number.isNaN(patience) || epochs.length < 2) return last;
  const lengths = epochs.slice(1).map((epoch, i) => epoch.step - epochs[i].step);
  const epochLength = lengths.sort((a, b) => a - b)[Math.floor(lengths.length / 2)];
  const validatedUntil = epochs[epochs.length - 1].step;
  const isRefitting = step > validatedUntil + MISSED_EPOCHS * epochLength;
  // The last score of validation is that of the whole policy, which is higher than those of the network.
  const network = isRefitting ? epochs.slice(0, -1) : epochs;
  const best = Math.max(...network.map(({ validation }) => validation));
  const kept = network.findLast(({ validation }) => validation >= best * (1 - (tolerance || 0)));
  const keptStep = kept?.step ?? firstStep;
  const validationEnd = isRefitting ? validatedUntil : keptStep + patience * epochLength;
  const refit = Number.isNaN(heldOut) ? 0 : (keptStep - firstStep) / (1 - heldOut);
  return Math.min(Math.round(validationEnd + refit), last);
}
