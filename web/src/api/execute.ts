import { readToken } from '../session/token';
import { fetchApi } from './fetch-api';
import type { TypedDocumentString } from './operations.generated';
import { trackRequest } from './pending-requests';

/** An error that the API returned, or the timeout of a request. */
export class ApiError extends Error {
  constructor(
    /** The value of extensions.code, such as NOT_FOUND. */
    readonly code: string,
    message: string,
    /** Whether the same request may succeed later. */
    readonly isRetryable = false,
  ) {
    super(message);
    this.name = 'ApiError';
  }
}

/** Returns the message to show for a failed request. The browser's own message for network errors is not helpful. */
export const messageOf = (error: Error): string =>
  error instanceof ApiError ? error.message : 'The server is unreachable. Check that it is running.';

interface GraphQLResponse<Data> {
  data?: Data | null;
  errors?: ResponseError[];
}

interface ResponseError {
  message: string;
  path?: readonly (string | number)[];
  extensions?: { code?: string; retryable?: boolean };
}

/** Options of a request. */
export interface ExecuteOptions {
  signal?: AbortSignal;
  /** Deadline in milliseconds. @default 25000, longer than the server's own deadline for queries */
  timeoutMs?: number;
}

const TIMEOUT_MS = 25_000;

/**
 * Sends one operation to the API and returns its data.
 * @throws {ApiError} if the API returns an error or the deadline passes
 * @throws {TypeError} if the server is unreachable
 */
export async function execute<Data, Variables>(
  document: TypedDocumentString<Data, Variables>,
  variables: Variables,
  { signal, timeoutMs = TIMEOUT_MS }: ExecuteOptions = {},
): Promise<Data> {
  const deadline = AbortSignal.timeout(timeoutMs);
  const endRequest = trackRequest();
  try {
    return await send(document, variables, signal ? AbortSignal.any([signal, deadline]) : deadline);
  } catch (error) {
    if (!deadline.aborted || signal?.aborted) throw error;
    throw new ApiError('TIMEOUT', `The server did not respond within ${timeoutMs / 1_000} s.`, true);
  } finally {
    endRequest();
  }
}

async function send<Data, Variables>(
  document: TypedDocumentString<Data, Variables>,
  variables: Variables,
  signal: AbortSignal,
): Promise<Data> {
  const token = readToken();
  const response = await fetchApi({
    headers: token ? { authorization: `Bearer ${token}` } : {},
    body: JSON.stringify({ query: document.toString(), variables }),
    signal,
  });
  const { data, errors } = parse<Data>(await response.text(), response.status);
  if (errors?.length) {
    const [{ message, extensions }] = errors;
    throw new ApiError(extensions?.code ?? 'INTERNAL_SERVER_ERROR', message, extensions?.retryable);
  }
  return data as Data;
}

/** Parses a response. A body that is not JSON comes from a proxy or a crashed server. */
function parse<Data>(body: string, status: number): GraphQLResponse<Data> {
  try {
    return JSON.parse(body) as GraphQLResponse<Data>;
  } catch {
    const code = status === 401 ? 'UNAUTHENTICATED' : 'INTERNAL_SERVER_ERROR';
    const extensions = { code, retryable: status >= 502 && status <= 504 };
    return {
      errors: [{ message: `The server returned status ${status} without a GraphQL response.`, extensions }],
    };
  }
}
