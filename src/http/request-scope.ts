import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';

/** What is known of the request that the code at hand works for. */
export interface RequestScope {
  readonly id: string;
  /** Failures that are in the log already; one that meets ten fields is told once. */
  readonly logged: WeakSet<object>;
}

const scopes = new AsyncLocalStorage<RequestScope>();

/** A name that a client or proxy may give its request. */
const GIVEN_ID = /^[\w-]{1,64}$/;

/** Runs work for one request, named as the client named it where that is a name. */
export function inRequest<Result>(
  givenId: string | undefined,
  work: (scope: RequestScope) => Result,
): Result {
  const id = givenId && GIVEN_ID.test(givenId) ? givenId : randomUUID();
  const scope = { id, logged: new WeakSet<object>() };
  return scopes.run(scope, () => work(scope));
}

/** The request that the code at hand works for; undefined outside of one. */
export const currentRequest = (): RequestScope | undefined => scopes.getStore();
