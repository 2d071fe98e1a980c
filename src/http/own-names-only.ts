import type { RequestHandler } from 'express';
import { AppError } from '../app-error';

const OWN_NAMES = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Whether a Host header gives one of this machine's own names. */
export const isOwnName = (host: string | undefined) => OWN_NAMES.has((host ?? '').replace(/:\d+$/, ''));

/**
 * Where everyone is an admin, takes requests for this machine's own names only: a page from elsewhere could give
 * its name this machine's address, and would then be of the same origin (DNS rebinding).
 */
export const ownNamesOnly: RequestHandler = (request, _response, next) => {
  if (isOwnName(request.headers.host)) return next();
  const message = 'Without tokens this service answers at http://127.0.0.1 and http://localhost only.';
  next(new AppError('FORBIDDEN', message));
};
