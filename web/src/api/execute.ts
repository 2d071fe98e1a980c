import type { TypedDocumentString } from './operations.generated';
import { readToken } from './token';

/** An error that the API returned. */
export class ApiError extends Error {
  constructor(
    /** The value of extensions.code, such as NOT_FOUND. */
    readonly code: string,
    message: string,
  ) {
    super(message);
    this.name = 'ApiError';
  }
}

interface GraphQLResponse<Data> {
  data?: Data | null;
  errors?: ResponseError[];
}

interface ResponseError {
  message: string;
  path?: readonly (string | number)[];
  extensions?: { code?: string };
}

/**
 * Sends one operation to the API and returns its data. Fields that the caller's role may not read are null.
 * @throws {ApiError} if the API returns an error
 * @throws {TypeError} if the server is unreachable
 */
export async function execute<Data, Variables>(
  document: TypedDocumentString<Data, Variables>,
  variables: Variables,
  signal?: AbortSignal,
): Promise<Data> {
  const token = readToken();
  const response = await fetch('/graphql', {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/graphql-response+json, application/json',
      ...(token && { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify({ query: document.toString(), variables }),
    signal,
  });
  const { data, errors } = (await response
    .json()
    .catch(() => toErrorResponse(response))) as GraphQLResponse<Data>;
  // A FORBIDDEN error on a nested field only blanks that field; the rest of the data is usable.
  if (errors?.length && !(data && errors.every(isForbiddenField))) {
    const [{ message, extensions }] = errors;
    throw new ApiError(extensions?.code ?? 'INTERNAL_SERVER_ERROR', message);
  }
  return data as Data;
}

const isForbiddenField = ({ path, extensions }: ResponseError) =>
  extensions?.code === 'FORBIDDEN' && (path?.length ?? 0) > 1;

function toErrorResponse({ status }: Response): GraphQLResponse<never> {
  const code = status === 401 ? 'UNAUTHENTICATED' : 'INTERNAL_SERVER_ERROR';
  return { errors: [{ message: `The server returned status ${status}.`, extensions: { code } }] };
}
