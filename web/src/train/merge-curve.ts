import type { PointFragment } from '../api/operations.generated';

/**
 * A run's course from what was read of it and what came since, by step: what was read last counts for all steps
 * that it covers, so that nothing is missing and nothing is there twice, however often the line dropped.
 */
export function mergeCurve(
  read: readonly PointFragment[],
  since: readonly PointFragment[],
): readonly PointFragment[] {
  const byStep = new Map<number, PointFragment>();
  const covered = read.at(-1)?.step ?? -1;
  for (const point of since) if (point.step > covered) byStep.set(point.step, point);
  const later = [...byStep.values()].sort((a, b) => a.step - b.step);
  return [...read, ...later];
}
