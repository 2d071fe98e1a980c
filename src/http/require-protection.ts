import { AppError } from '../app-error';
import type { Settings } from '../settings';

/** Whether an address to listen on can be reached from this machine alone. */
const isLoopback = (host: string) => /^(localhost|127(\.\d{1,3}){3}|::1)$/i.test(host);

/**
 * Makes sure that a service without tokens, where everyone is an admin, is reached from this machine alone.
 * @throws AppError CANNOT_START
 */
export function requireProtection({ auth, host, isProduction }: Settings): void {
  if (auth || (!isProduction && isLoopback(host))) return;
  const why = isProduction ? 'NODE_ENV is production' : `HOST ${host} can be reached from elsewhere`;
  throw new AppError(
    'CANNOT_START',
    `${why}, and without tokens everyone would be an admin. Set AUTH_SECRET or AUTH_JWKS_URL; for yourself alone, serve on 127.0.0.1 outside of production.`,
  );
}
