import { CLIENT_LEFT } from './client-left';
import type { RequestLog } from './log-request';
import { currentRequest } from './request-scope';

/**
 * Creates a function that logs a failure once per request, with the id of the request but without its values. Requests
 * whose client has disconnected do not count as failures.
 */
export function createLogFailure(log: RequestLog): (error: unknown) => void {
  return (error) => {
    if (error === CLIENT_LEFT) return;
    const scope = currentRequest();
    if (scope && typeof error === 'object' && error !== null) {
      if (scope.logged.has(error)) return;
      scope.logged.add(error);
    }
    log.error({ requestId: scope?.id, err: error }, 'A request failed');
  };
}
