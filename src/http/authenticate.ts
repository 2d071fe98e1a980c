import { createRemoteJWKSet, errors, type JWTPayload, jwtVerify, type JWTVerifyOptions } from 'jose';
import { z } from 'zod';
import { AppError } from '../app-error';
import { ADMIN, ANONYMOUS, type Viewer } from '../graphql/access/viewer';
import type { AuthSettings } from '../settings';

/** Who asks, and until when their token says so, in milliseconds since 1970. */
export interface Caller {
  viewer: Viewer;
  expiresAt?: number;
}

/** Who sends this Authorization header, or the same word from the parameters of a socket. */
export type Authenticate = (authorization: string | undefined) => Promise<Caller>;

/** Shared secrets sign by HS256 alone, published keys by what cannot be forged with a public key. */
const SHARED = ['HS256'];
const PUBLISHED = ['RS256', 'PS256', 'ES256', 'EdDSA'];

const claims = z.union([
  z
    .object({ role: z.literal('customer'), customerId: z.string().min(1) })
    .transform(({ role, customerId }): Viewer => ({ role, customerId })),
  z.object({ role: z.enum(['analyst', 'trainer', 'admin']) }).transform(({ role }): Viewer => ({ role })),
]);

/**
 * Verifies tokens. Without settings everyone is an admin: the service is on loopback then, see requireProtection.
 * The result rejects with AppError UNAUTHENTICATED for a header that is not a valid token; only a request without
 * the header is anonymous.
 */
export function createAuthenticate(settings: AuthSettings | undefined): Authenticate {
  if (!settings) return async () => ({ viewer: ADMIN });
  const verify = createVerify(settings);
  return async (authorization) => {
    if (authorization === undefined) return { viewer: ANONYMOUS };
    const token = /^Bearer +([\w-]+\.[\w-]+\.[\w-]*)$/i.exec(authorization.trim())?.[1];
    if (!token) throw refuse('The Authorization header takes the word Bearer and a token.');
    const payload = await verify(token).catch(translate);
    const { data: viewer } = claims.safeParse(payload);
    if (viewer) return { viewer, expiresAt: (payload.exp as number) * 1_000 };
    throw refuse(
      'The token names no role: it takes a claim role (customer, analyst, trainer or admin), and for a customer a claim customerId.',
    );
  };
}

function createVerify({ keys, issuer, audience }: AuthSettings): (token: string) => Promise<JWTPayload> {
  const common: JWTVerifyOptions = { issuer, audience, requiredClaims: ['exp', 'iss', 'aud'] };
  if ('secret' in keys) {
    const key = new TextEncoder().encode(keys.secret);
    const options = { ...common, algorithms: SHARED };
    return async (token) => (await jwtVerify(token, key, options)).payload;
  }
  const published = createRemoteJWKSet(new URL(keys.jwksUrl));
  const options = { ...common, algorithms: PUBLISHED };
  return async (token) => (await jwtVerify(token, published, options)).payload;
}

/** What is wrong with the token, but not which of its parts came how far. Keys that cannot be fetched are no fault of it. */
function translate(error: unknown): never {
  if (error instanceof errors.JWTExpired) throw refuse('The token has expired. Get a new one.', error);
  if (error instanceof errors.JWKSTimeout || !(error instanceof errors.JOSEError)) throw error;
  throw refuse(
    'The token is not valid here: it needs a signature by a key of this service, its issuer and audience, and an expiry.',
    error,
  );
}

const refuse = (message: string, cause?: unknown) => new AppError('UNAUTHENTICATED', message, { cause });
