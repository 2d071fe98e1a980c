import { serializeError } from '../serialize-error';
import type { RequestLog } from './log-request';
import { currentRequest } from './request-scope';

/** Tells the operator of a failure, once a request, with the request's id and without values that people gave. */
export function createLogFailure(log: RequestLog): (error: unknown) => void {
  return (error) => {
    const scope = currentRequest();
    if (scope && typeof error === 'object' && error !== null) {
      if (scope.logged.has(error)) return;
      scope.logged.add(error);
    }
    log.error({ requestId: scope?.id, error: serializeError(error) }, 'A request failed');
  };
}
