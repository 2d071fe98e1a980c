import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { execute } from './execute';
import type { TypedDocumentString } from './operations.generated';

/** Options of a query. */
export interface ApiQueryOptions {
  /** Send the query only if true. @default true */
  enabled?: boolean;
  /** Interval between refetches, in milliseconds. @default false */
  pollMs?: number | false;
  /** Keep showing the previous data while new data loads. @default false */
  keepPrevious?: boolean;
}

/** Queries the API while the component is mounted. Components that send the same query share one request. */
export function useApiQuery<Data, Variables>(
  document: TypedDocumentString<Data, Variables>,
  variables: Variables,
  { enabled = true, pollMs = false, keepPrevious = false }: ApiQueryOptions = {},
): UseQueryResult<Data> {
  return useQuery<Data, Error, Data>({
    queryKey: [document.toString(), variables],
    queryFn: ({ signal }) => execute(document, variables, { signal }),
    enabled,
    refetchInterval: pollMs,
    placeholderData: keepPrevious ? keepPreviousData : undefined,
  } as Parameters<typeof useQuery<Data, Error, Data>>[0]);
}
