import type { RequestHandler, Response } from 'express';
import type { Authenticate } from './authenticate';

/** Finds out who asks: `response.locals` gets the Caller, or what is wrong with the token as `refusal`. */
export function identifyCaller(authenticate: Authenticate): RequestHandler {
  return async (request, response, next) => {
    try {
      Object.assign(response.locals, await authenticate(request.get('authorization')));
    } catch (refusal) {
      response.locals.refusal = refusal;
    }
    next();
  };
}

/** Whether a caller is nobody whom a token names. */
export const isUnknown = ({ locals }: Response) =>
  locals.viewer?.role === undefined || locals.viewer.role === 'anonymous';

/** Ends a request whose token is none, once it was counted. */
export const refuseBadToken: RequestHandler = (_request, { locals }, next) => next(locals.refusal);
