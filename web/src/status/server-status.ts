import { useSyncExternalStore } from 'react';
import { serverUrl } from '../api/base-url';
import { fetchApi, isApiFailing, onApiChange } from '../api/fetch-api';

/** The condition of the server, as this page sees it. */
export interface ServerStatus {
  /**
   * "up": ready to answer. "degraded": running, but not ready, for example without the graph.
   * "away": unreachable. "unknown": before the first answer.
   */
  condition: 'unknown' | 'up' | 'degraded' | 'away';
  /** Since when, in milliseconds since 1970. */
  since: number;
  /** Why the server is degraded or away. */
  reason: string | undefined;
  /** When the pending probe was sent, in milliseconds since 1970; undefined between two probes. */
  probedAt: number | undefined;
  /** When the server was last up, in milliseconds since 1970. */
  lastUpAt: number | undefined;
}

const INTERVAL_MS = 1_000;
const TIMEOUT_MS = 5_000;

let status: ServerStatus = {
  condition: 'unknown',
  since: Date.now(),
  reason: undefined,
  probedAt: undefined,
  lastUpAt: undefined,
};
const listeners = new Set<() => void>();

function change(changes: Partial<ServerStatus>): void {
  status = { ...status, ...changes };
  for (const listener of listeners) listener();
}

type Probe = Pick<ServerStatus, 'condition' | 'reason'>;

/** Shown if the server responds but requests to its API fail. */
const API_BLOCKED =
  'The server is running, but requests to its API fail. A proxy, a firewall or a browser extension may block them.';

async function probe(): Promise<Probe> {
  const server = await probeServer();
  if (server.condition === 'away' || !isApiFailing()) return server;
  // Requests failed: send the smallest request until one succeeds.
  await fetchApi({ body: '{"query":"{ __typename }"}', signal: AbortSignal.timeout(TIMEOUT_MS) }).catch(
    () => undefined,
  );
  return isApiFailing() ? { condition: 'away', reason: API_BLOCKED } : server;
}

async function probeServer(): Promise<Probe> {
  try {
    const response = await fetch(serverUrl('readyz'), {
      cache: 'no-store',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    if (response.ok) return { condition: 'up', reason: undefined };
    const reason = readReason(await response.text());
    if (reason !== undefined) return { condition: 'degraded', reason };
    return { condition: 'away', reason: `The server returned status ${response.status}.` };
  } catch (error) {
    const isTimeout = error instanceof DOMException && error.name === 'TimeoutError';
    return {
      condition: 'away',
      reason: isTimeout ? `The server did not respond within ${TIMEOUT_MS / 1_000} s.` : undefined,
    };
  }
}

/** The reason in the body of /readyz; undefined if the body is not the server's, but for example a proxy's. */
function readReason(body: string): string | undefined {
  try {
    const { status: reason } = JSON.parse(body) as { status?: unknown };
    return typeof reason === 'string' ? reason : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Probes the server every second while the page is visible.
 * @param onRecovery called when the server is up again
 * @returns a function that stops probing
 */
export function watchServer(onRecovery: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isStopped = false;
  const run = async () => {
    if (isStopped || document.hidden) return;
    change({ probedAt: Date.now() });
    const { condition, reason } = await probe();
    const before = status.condition;
    const now = Date.now();
    change({
      condition,
      reason,
      since: condition === before ? status.since : now,
      probedAt: undefined,
      lastUpAt: condition === 'up' ? now : status.lastUpAt,
    });
    if (condition === 'up' && (before === 'away' || before === 'degraded')) onRecovery();
    if (!isStopped) timer = setTimeout(() => void run(), INTERVAL_MS);
  };
  const resume = () => {
    if (document.hidden) return;
    clearTimeout(timer);
    if (status.probedAt === undefined) void run();
  };
  const forgetApi = onApiChange(resume);
  document.addEventListener('visibilitychange', resume);
  void run();
  return () => {
    isStopped = true;
    clearTimeout(timer);
    forgetApi();
    document.removeEventListener('visibilitychange', resume);
  };
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

/** Returns the condition of the server and updates when it changes. */
export const useServerStatus = (): ServerStatus => useSyncExternalStore(subscribe, () => status);
