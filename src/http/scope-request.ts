import type { RequestHandler } from 'express';
import { inRequest } from './request-scope';

/** Gives each request an id, which its answer carries as x-request-id; the client's own where it sent one. */
export const scopeRequest: RequestHandler = (request, response, next) =>
  inRequest(request.get('x-request-id'), ({ id }) => {
    response.setHeader('x-request-id', id);
    next();
  });
