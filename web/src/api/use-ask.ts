import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { ask } from './ask';
import type { TypedDocumentString } from './operations.generated';

/** How an answer is kept. */
export interface AskOptions {
  /** Ask only when true. */
  enabled?: boolean;
  /** Ask again every so many milliseconds. */
  every?: number | false;
  /** Show the last answer while a new one is on its way. */
  keep?: boolean;
}

/** Asks the API for as long as the component is shown; equal questions are asked once. */
export function useAsk<Data, Variables>(
  document: TypedDocumentString<Data, Variables>,
  variables: Variables,
  { enabled = true, every = false, keep = false }: AskOptions = {},
): UseQueryResult<Data> {
  return useQuery<Data, Error, Data>({
    queryKey: [document.toString(), variables],
    queryFn: ({ signal }) => ask(document, variables, signal),
    enabled,
    refetchInterval: every,
    placeholderData: keep ? keepPreviousData : undefined,
  } as Parameters<typeof useQuery<Data, Error, Data>>[0]);
}
