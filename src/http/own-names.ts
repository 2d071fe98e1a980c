import { AppError } from '../app-error';

const OWN_NAMES = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Whether a Host header names this machine. */
export const isOwnName = (host: string | undefined) => OWN_NAMES.has((host ?? '').replace(/:\d+$/, ''));

/**
 * Refuses other host names if the server does not require tokens, because every caller is then an admin. A page of
 * another site could otherwise point its own name at this machine and send requests from the same origin (DNS
 * rebinding).
 * @throws AppError FORBIDDEN
 */
export function requireOwnName(host: string | undefined): void {
  if (isOwnName(host)) return;
  const message =
    'Without authentication, the server is only available at http://127.0.0.1 and http://localhost.';
  throw new AppError('FORBIDDEN', message);
}
