import { errors, type JWTPayload, jwtVerify, type JWTVerifyOptions } from 'jose';
import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import { AppError } from '../app-error';
import { ADMIN, ANONYMOUS, type Viewer } from '../graphql/access/viewer';
import type { AuthSettings } from '../settings';
import { fetchKeySet } from './key-set';
import type { LogFailure } from '../graphql/format-error';

/** The viewer that an Authorization header identifies. */
export interface Authenticated {
  viewer: Viewer;
  /** The `sub` claim of the token. */
  subject?: string;
  /** When the token expires, in milliseconds since 1970. */
  expiresAt?: number;
}

/**
 * Returns the viewer that an Authorization header, or the same parameter of a socket, identifies.
 * @throws AppError UNAUTHENTICATED if the token is invalid, OVERLOADED if its key cannot be fetched now
 */
export type Authenticate = (authorization: string | undefined) => Promise<Authenticated>;

/** HS256 for shared secrets; only asymmetric algorithms for published keys. */
const SHARED_ALGORITHMS = ['HS256'];
const PUBLISHED_ALGORITHMS = ['RS256', 'PS256', 'ES256', 'EdDSA'];

/**
 * The max number of cached verified tokens, and how long they are cached in milliseconds. A revoked key stays valid for
 * at most that time.
 */
const MAX_VERIFIED = 1_000;
const VERIFIED_MS = 60_000;

const claims = z.union([
  z
    .object({ role: z.literal('customer'), customerId: z.string().min(1) })
    .transform(({ role, customerId }): Viewer => ({ role, customerId })),
  z.object({ role: z.enum(['analyst', 'trainer', 'admin']) }).transform(({ role }): Viewer => ({ role })),
]);

/**
 * Creates a function that verifies tokens. Without settings every caller is an admin; the server then listens on
 * loopback only, see require-protection.ts. A request without the header is anonymous; a request with an invalid token
 * is refused.
 */
export function createAuthenticate(settings: AuthSettings | undefined, logFailure: LogFailure): Authenticate {
  if (!settings) return async () => ({ viewer: ADMIN });
  const verify = createVerify(settings, logFailure);
  const verified = new LRUCache<string, Authenticated>({ max: MAX_VERIFIED, ttl: VERIFIED_MS });
  return async (authorization) => {
    if (authorization === undefined) return { viewer: ANONYMOUS };
    const known = verified.get(authorization);
    if (known && (known.expiresAt ?? 0) > Date.now()) return known;
    const token = /^Bearer +([\w-]+\.[\w-]+\.[\w-]*)$/i.exec(authorization.trim())?.[1];
    if (!token) throw refuse('Invalid Authorization header: expected "Bearer" and a token.');
    const payload = await verify(token).catch(translate);
    const { data: viewer } = claims.safeParse(payload);
    if (!viewer) {
      throw refuse(
        'Invalid claims in the token: expected "role" (customer, analyst, trainer or admin), and "customerId" for a customer.',
      );
    }
    const expiresAt = (payload.exp as number) * 1_000;
    const authenticated = { viewer, subject: payload.sub, expiresAt };
    verified.set(authorization, authenticated);
    return authenticated;
  };
}

function createVerify(
  { keys, issuer, audience }: AuthSettings,
  logFailure: LogFailure,
): (token: string) => Promise<JWTPayload> {
  const common: JWTVerifyOptions = { issuer, audience, requiredClaims: ['exp', 'iss', 'aud'] };
  if ('secret' in keys) {
    const key = new TextEncoder().encode(keys.secret);
    const options = { ...common, algorithms: SHARED_ALGORITHMS };
    return async (token) => (await jwtVerify(token, key, options)).payload;
  }
  const keyOf = fetchKeySet(keys.jwksUrl, logFailure);
  const options = { ...common, algorithms: PUBLISHED_ALGORITHMS };
  return async (token) => (await jwtVerify(token, keyOf, options)).payload;
}

/** Refuses a token without revealing which check failed. */
function translate(error: unknown): never {
  if (error instanceof errors.JWTExpired) throw refuse('The token has expired. Get a new one.', error);
  if (!(error instanceof errors.JOSEError)) throw error;
  throw refuse(
    'Invalid token: expected the signature of a known key, the issuer and audience of this service, and an expiry.',
    error,
  );
}

const refuse = (message: string, cause?: unknown) => new AppError('UNAUTHENTICATED', message, { cause });
