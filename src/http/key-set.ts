import {
  createLocalJWKSet,
  errors,
  type FlattenedJWSInput,
  type JWK,
  type JWSHeaderParameters,
  type JWTVerifyGetKey,
  type KeyLike,
} from 'jose';
import { z } from 'zod';
import { AppError } from '../app-error';
import type { LogFailure } from '../graphql/format-error';

/** Keys are fetched again after this time, in milliseconds. */
const MAX_AGE_MS = 600_000;
/** Minimum time between two fetches, in milliseconds, even if tokens name unknown keys. */
const COOLDOWN_MS = 10_000;
const TIMEOUT_MS = 5_000;
/** Max length of the key server's response, in characters. */
const MAX_LENGTH = 1_000_000;
/** Shortest RSA modulus, in bits. */
const MIN_RSA_BITS = 2_048;

type KeySet = (header?: JWSHeaderParameters, token?: FlattenedJWSInput) => Promise<KeyLike | Uint8Array>;

const jwks = z.object({ keys: z.array(z.looseObject({ kty: z.string() })) });

/**
 * Fetches the public keys of a JSON Web Key Set and keeps them up to date. Known keys stay valid while the key server
 * does not respond or sends an invalid response. Weak keys are ignored.
 * @param logFailure called once for each fetch that fails
 * @throws AppError OVERLOADED if a token names an unknown key and the last fetch failed
 */
export function fetchKeySet(url: string, logFailure: LogFailure): JWTVerifyGetKey {
  let known: KeySet | undefined;
  let fetchedAt = -Infinity;
  let triedAt = -Infinity;
  let failure: unknown;
  let fetching: Promise<void> | undefined;

  const refresh = async (): Promise<void> => {
    triedAt = performance.now();
    try {
      known = createLocalJWKSet({ keys: await fetchKeys(url) });
      fetchedAt = performance.now();
      failure = undefined;
    } catch (error) {
      failure = error;
      logFailure(new Error('Failed to fetch keys from AUTH_JWKS_URL', { cause: error }));
    }
  };
  const refreshOnce = () => (fetching ??= refresh().finally(() => (fetching = undefined)));
  const mayFetch = () => performance.now() - triedAt >= COOLDOWN_MS;

  return async (header, token) => {
    const isStale = performance.now() - fetchedAt >= MAX_AGE_MS;
    if (isStale && mayFetch()) void refreshOnce();
    // Waits for the first keys. Later, stale keys are used while new ones are fetched.
    if (!known) await fetching;
    const keys = known;
    if (keys) {
      try {
        return await keys(header, token);
      } catch (error) {
        if (!(error instanceof errors.JWKSNoMatchingKey)) throw error;
        if (mayFetch()) await refreshOnce();
        else await fetching;
        if (failure === undefined) return (known ?? keys)(header, token);
      }
    }
    throw new AppError(
      'OVERLOADED',
      'The token cannot be verified: its key is unknown and the key server does not respond. Try again later.',
      { retryAfter: COOLDOWN_MS / 1_000 },
    );
  };
}

async function fetchKeys(url: string): Promise<JWK[]> {
  const response = await fetch(url, {
    headers: { accept: 'application/jwk-set+json, application/json' },
    redirect: 'error',
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  if (!response.ok) throw new Error(`Status ${response.status}`);
  const text = await response.text();
  if (text.length > MAX_LENGTH) throw new Error(`The response is longer than ${MAX_LENGTH} characters`);
  const keys = (jwks.parse(JSON.parse(text)).keys as JWK[]).filter(isUsable);
  if (keys.length === 0) throw new Error('The response contains no usable key');
  return keys;
}

/** Whether a key may verify tokens: it must be for signatures, asymmetric and long enough. */
function isUsable({ kty, use, n, key_ops: operations }: JWK): boolean {
  if (use !== undefined && use !== 'sig') return false;
  if (operations !== undefined && !(Array.isArray(operations) && operations.includes('verify'))) return false;
  if (kty === 'EC' || kty === 'OKP') return true;
  return kty === 'RSA' && typeof n === 'string' && bitsOf(n) >= MIN_RSA_BITS;
}

/** Returns the length in bits of a number in base64url. */
function bitsOf(number: string): number {
  const bytes = Buffer.from(number, 'base64url');
  const from = bytes.findIndex((byte) => byte !== 0);
  return from < 0 ? 0 : (bytes.length - from) * 8 - Math.clz32(bytes[from]) + 24;
}
