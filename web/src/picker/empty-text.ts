import { messageOf } from '../api/execute';

/** The text of a picker without items: searching, why the search failed, or no match. */
export const emptyText = (
  { isFetching, error }: { isFetching: boolean; error: Error | null },
  items: string,
): string => {
  if (isFetching) return 'Searching…';
  return error ? `The search failed: ${messageOf(error)}` : `No ${items} found.`;
};
