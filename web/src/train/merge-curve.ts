import type { PointFragment } from '../api/operations.generated';

/**
 * Merges the stored curve with live points. Stored points replace the live points of the steps they cover, so the
 * curve has no gaps or duplicates after a reconnect. Live points repeat the best validation score so far; only a
 * new best is kept.
 */
export function mergeCurve(
  stored: readonly PointFragment[],
  live: readonly PointFragment[],
): readonly PointFragment[] {
  const byStep = new Map<number, PointFragment>();
  const covered = stored.at(-1)?.step ?? -1;
  for (const point of live) if (point.step > covered) byStep.set(point.step, point);
  const later = [...byStep.values()].sort((a, b) => a.step - b.step);
  let best = Math.max(-Infinity, ...stored.map(({ validation }) => validation ?? -Infinity));
  const withNewBests = later.map((point) => {
    if (point.validation == null || point.validation <= best) return { ...point, validation: null };
    best = point.validation;
    return point;
  });
  return [...stored, ...withNewBests];
}
