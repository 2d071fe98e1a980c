import { messageOf } from '../api/execute';

/** What a picker says if it has no items: that it searches, why the search failed, or that nothing matches. */
export const emptyText = (
  { isFetching, error }: { isFetching: boolean; error: Error | null },
  items: string,
): string => {
  if (isFetching) return 'Searching…';
  return error ? `The search failed: ${messageOf(error)}` : `No ${items} found.`;
};
