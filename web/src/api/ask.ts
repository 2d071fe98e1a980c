import type { TypedDocumentString } from './operations.generated';
import { readToken } from './token';

/** What the API refused, in its own words and with its code. */
export class ApiError extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
    this.name = 'ApiError';
  }
}

interface Answer<Data> {
  data?: Data | null;
  errors?: ApiErrorAnswer[];
}

interface ApiErrorAnswer {
  message: string;
  path?: readonly (string | number)[];
  extensions?: { code?: string };
}

/**
 * Sends one operation to the API and gives its data.
 * @throws ApiError where the API refuses; TypeError where the service cannot be reached
 */
export async function ask<Data, Variables>(
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
  const { data, errors } = (await response.json().catch(() => unreadable(response))) as Answer<Data>;
  // Who may not read a name reads the rest.
  if (errors?.length && !(data && errors.every(isPart))) {
    const [{ message, extensions }] = errors;
    throw new ApiError(extensions?.code ?? 'INTERNAL_SERVER_ERROR', message);
  }
  return data as Data;
}

const isPart = ({ path, extensions }: ApiErrorAnswer) =>
  extensions?.code === 'FORBIDDEN' && (path?.length ?? 0) > 1;

function unreadable({ status }: Response): Answer<never> {
  const code = status === 401 ? 'UNAUTHENTICATED' : 'INTERNAL_SERVER_ERROR';
  return { errors: [{ message: `The service answered with status ${status}.`, extensions: { code } }] };
}
