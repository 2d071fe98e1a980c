import { type RunFragment, VersionScoresDocument } from '../api/operations.generated';
import { useApiQuery } from '../api/use-api-query';

/**
 * Returns a function that gives the validation score of a run: that of its version, as in the other views, or the
 * best so far if it has not published one.
 */
export function useVersionScores(): (run: RunFragment) => string | undefined {
  const { data } = useApiQuery(VersionScoresDocument, {}, { pollMs: 15_000 });
  const byVersion = new Map(data?.policyVersions.map(({ version, validation }) => [version, validation]));
  return ({ version, validation }) => (byVersion.get(version ?? '') ?? validation)?.toFixed(4);
}
