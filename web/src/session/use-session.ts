import { useEffect, useState } from 'react';
import { ApiError } from '../api/execute';
import { CurrentViewerDocument, type Role } from '../api/operations.generated';
import { useApiQuery } from '../api/use-api-query';
import { type Permissions, PERMISSIONS } from './permissions';
import { expiryOf, useToken } from './token';

/** Who is signed in. */
export interface Session {
  /** Undefined until the server has answered. */
  role: Role | undefined;
  customerId: string | undefined;
  /** Whether a token is in use. */
  hasToken: boolean;
  /** Why the token is no longer accepted; undefined if it is. */
  rejection: string | undefined;
  can: Permissions;
  error: Error | null;
  refetch: () => void;
}

/** Returns who is signed in, and updates when the token changes or expires. */
export function useSession(): Session {
  const token = useToken();
  const hasExpired = useHasExpired(token);
  const { data, error, refetch } = useApiQuery(CurrentViewerDocument, {}, { keepPrevious: true });
  const isRejected = error instanceof ApiError && error.code === 'UNAUTHENTICATED';
  const role = data?.viewer.role;
  return {
    role,
    customerId: data?.viewer.customerId ?? undefined,
    hasToken: token !== null,
    rejection: hasExpired ? 'Your token has expired.' : isRejected ? error.message : undefined,
    can: PERMISSIONS[role ?? 'ANONYMOUS'],
    error,
    refetch: () => void refetch(),
  };
}

/** The maximum delay of a timer, about 24 days. */
const MAX_TIMER_MS = 2 ** 31 - 1;

function useHasExpired(token: string | null): boolean {
  const expiresAt = token === null ? undefined : expiryOf(token);
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    if (expiresAt === undefined) return;
    const delay = Math.min(Math.max(expiresAt - Date.now(), 0), MAX_TIMER_MS);
    const timer = setTimeout(() => setNow(Date.now()), delay + 1);
    return () => clearTimeout(timer);
  }, [expiresAt]);
  return expiresAt !== undefined && now >= expiresAt;
}
