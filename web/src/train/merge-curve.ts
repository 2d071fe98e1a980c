import type { PointFragment } from '../api/operations.generated';

/**
 * A run's course from what was read of it and what came since, by step: what was read last counts for all steps
 * that it covers, so that nothing is missing and nothing is there twice, however often the line dropped. What comes
 * while a run goes on tells the best validation so far over and over: only a new best is a point of the course.
 */
export function mergeCurve(
  read: readonly PointFragment[],
  since: readonly PointFragment[],
): readonly PointFragment[] {
  const byStep = new Map<number, PointFragment>();
  const covered = read.at(-1)?.step ?? -1;
  for (const point of since) if (point.step > covered) byStep.set(point.step, point);
  const later = [...byStep.values()].sort((a, b) => a.step - b.step);
  let best = Math.max(-Infinity, ...read.map(({ validation }) => validation ?? -Infinity));
  const withNewBests = later.map((point) => {
    if (point.validation == null || point.validation <= best) return { ...point, validation: null };
    best = point.validation;
    return point;
  });
  return [...read, ...withNewBests];
}
