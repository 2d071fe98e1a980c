import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import type { Role } from '../graphql/access/viewer';

/** Facts about the current request. */
export interface RequestScope {
  readonly id: string;
  /** Failures that are in the log already: one failure may reach several fields. */
  readonly logged: WeakSet<object>;
  /** The role of the caller, once it is identified. */
  role?: Role;
  /** The root fields of the operation, once it is read. */
  fields: readonly string[];
}

const scopes = new AsyncLocalStorage<RequestScope>();

/** An id that a client or proxy may give its request. */
const GIVEN_ID = /^[\w-]{1,64}$/;

/** Runs the work of one request. Its id is the one that the client sent if that is valid, else a new one. */
export function inRequest<Result>(givenId: unknown, work: (scope: RequestScope) => Result): Result {
  const id = typeof givenId === 'string' && GIVEN_ID.test(givenId) ? givenId : randomUUID();
  const scope: RequestScope = { id, logged: new WeakSet(), fields: [] };
  return scopes.run(scope, work, scope);
}

/** Returns the scope of the current request; undefined outside of one. */
export const currentRequest = (): RequestScope | undefined => scopes.getStore();
