import { serverUrl } from './base-url';

let isFailing = false;
const listeners = new Set<() => void>();

/** Whether the last request to the API was not answered. */
export const isApiFailing = (): boolean => isFailing;

/**
 * Calls a function when requests to the API begin to fail, and when one is answered again.
 * @returns a function that stops the calls
 */
export function onApiChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/**
 * Posts a JSON body to the API, and records whether a response arrives. A gateway error does not count as a response.
 * @throws {TypeError} if the server is unreachable
 */
export async function fetchApi({ headers, body, signal }: RequestInit): Promise<Response> {
  try {
    const response = await fetch(serverUrl('graphql'), {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/graphql-response+json, application/json',
        ...headers,
      },
      body,
      signal,
    });
    note(isGatewayError(response));
    return response;
  } catch (error) {
    // A cancelled or timed-out request does not show whether the network works.
    if (error instanceof TypeError) note(true);
    throw error;
  }
}

const isGatewayError = ({ status, headers }: Response) =>
  status >= 502 && status <= 504 && !headers.get('content-type')?.includes('json');

function note(fails: boolean): void {
  if (fails === isFailing) return;
  isFailing = fails;
  for (const listener of listeners) listener();
}
