import { AppError } from '../app-error';
import type { Settings } from '../settings';

/** Whether an address can be reached from this machine only. */
const isLoopback = (host: string) => /^(localhost|127(\.\d{1,3}){3}|::1)$/i.test(host);

/**
 * Checks that a server that does not require tokens can be reached from this machine only, because every caller is then
 * an admin.
 * @throws AppError CANNOT_START
 */
export function requireProtection({ auth, host, isProduction }: Settings): void {
  if (auth || (!isProduction && isLoopback(host))) return;
  const why = isProduction ? 'NODE_ENV is production' : `HOST ${host} can be reached from other machines`;
  throw new AppError(
    'CANNOT_START',
    `${why}, and without tokens every caller would be an admin. Set AUTH_SECRET or AUTH_JWKS_URL; for local use, bind to 127.0.0.1 and unset NODE_ENV.`,
  );
}
