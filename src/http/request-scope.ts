import { randomUUID } from 'node:crypto';
import { createAsyncVariable } from '../async-variable';
import type { Role } from '../graphql/access/viewer';

/** The state of the current request. */
export interface RequestScope {
  readonly id: string;
  /** Failures that were already logged. One failure may affect several fields. */
  readonly logged: WeakSet<object>;
  /** The role of the caller, once known. */
  role?: Role;
  /** The root fields of the operation, once parsed. */
  fields: readonly string[];
}

const scopes = createAsyncVariable<RequestScope>('request');

/** The format of request ids that clients and proxies may send. */
const GIVEN_ID = /^[\w-]{1,64}$/;

/** Runs the work of one request. Uses the request id that the client sent if it is valid, otherwise a new one. */
export function inRequest<Result>(givenId: unknown, work: (scope: RequestScope) => Result): Result {
  const id = typeof givenId === 'string' && GIVEN_ID.test(givenId) ? givenId : randomUUID();
  const scope: RequestScope = { id, logged: new WeakSet(), fields: [] };
  return scopes.run(scope, () => work(scope));
}

/** Returns the scope of the current request; undefined outside of one. */
export const currentRequest = (): RequestScope | undefined => scopes.get();
