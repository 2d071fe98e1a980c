import type { RequestHandler } from 'express';
import { refuse } from '../graphql/access/require-access';
import type { Role } from '../graphql/access/viewer';
import type { Gate } from './admission/gate';

/** Creates a middleware that requires one of these roles and counts callers like those of the API. */
export const requireRoles =
  (gate: Gate, roles: readonly Role[]): RequestHandler =>
  async (request, _response, next) => {
    const { viewer } = await gate.identify(request.headers.authorization, gate.addressOf(request));
    next(roles.includes(viewer.role) ? undefined : refuse(viewer, request.path, roles));
  };
