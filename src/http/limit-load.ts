import type { RequestHandler, Response } from 'express';
import { rateLimit } from 'express-rate-limit';
import { AppError } from '../app-error';

/** Requests in work at one time; those beyond are sent away at once, for waiting would only make all of them late. */
const MOST_AT_ONCE = 100;

/** Sends requests away while as many as can be served well are in work. */
export function limitConcurrency(most = MOST_AT_ONCE): RequestHandler {
  let inWork = 0;
  return (_request, response, next) => {
    if (inWork >= most) {
      response.setHeader('retry-after', '1');
      response.status(503);
      return next(
        new AppError(
          'QUERY_TOO_COMPLEX',
          `${inWork} requests are in work; at most ${most} are taken. Try again in a second.`,
        ),
      );
    }
    inWork++;
    response.once('close', () => inWork--);
    next();
  };
}

/** Whether a request is counted: those of anonymous callers, and those whose token is none. */
export type IsCounted = (response: Response) => boolean;

/** Counts requests by address and minute, and sends those beyond a limit away with how long to wait. */
export const limitRate = (perMinute: number, isCounted: IsCounted): RequestHandler =>
  rateLimit({
    windowMs: 60_000,
    limit: perMinute,
    standardHeaders: 'draft-7',
    legacyHeaders: false,
    // How many proxies are trusted is a setting, and said in the documents.
    validate: false,
    skip: (_request, response) => !isCounted(response),
    handler: (_request, response, next) => {
      response.status(429);
      next(
        new AppError(
          'QUERY_TOO_COMPLEX',
          `More than ${perMinute} requests in a minute without a token. Wait as long as Retry-After says, or send a token.`,
        ),
      );
    },
  });
