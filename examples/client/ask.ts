import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { print } from 'graphql';

/**
 * Sends a typed operation to the API and returns its data.
 * @throws Error with the codes and messages of the API
 */
export async function ask<Data, Variables>(
  url: string,
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
): Promise<Data> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: print(document), variables }),
  });
  const { data, errors } = (await response.json()) as { data?: Data; errors?: ApiError[] };
  if (errors?.length) throw new Error(errors.map((e) => `${e.extensions.code}: ${e.message}`).join('\n'));
  return data as Data;
}

interface ApiError {
  message: string;
  extensions: { code: string };
}
