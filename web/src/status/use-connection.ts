import { useOldestRequest } from '../api/pending-requests';
import { formatDuration } from './duration';
import { useServerStatus } from './server-status';
import { useNow } from './use-now';

/** The state of the connection, in words. */
export interface Connection {
  level: 'ok' | 'waiting' | 'degraded' | 'away';
  /** A few words for the header. */
  summary: string;
  /** A sentence for the banner; undefined if everything is fine. */
  message: string | undefined;
  /** For how long, such as "12 s"; undefined if everything is fine. */
  duration: string | undefined;
}

/** Requests that take longer are reported, in milliseconds. */
const SLOW_MS = 1_500;

/** Returns the state of the connection, updated every half second. */
export function useConnection(): Connection {
  const { condition, since, reason, probedAt } = useServerStatus();
  const oldest = useOldestRequest();
  const pendingSince = Math.min(oldest ?? Infinity, probedAt ?? Infinity);
  const now = useNow(condition === 'away' || condition === 'degraded' || pendingSince < Infinity);
  if (condition === 'away') {
    return {
      level: 'away',
      summary: 'Unreachable',
      message: `${reason ?? 'The server is unreachable. It may have stopped, or the network is down.'} Data on this page may be out of date. Reconnecting automatically.`,
      duration: formatDuration(now - since),
    };
  }
  if (condition === 'degraded') {
    return {
      level: 'degraded',
      summary: 'Degraded',
      message: `The server is running but not ready: ${reason}`,
      duration: formatDuration(now - since),
    };
  }
  if (now - pendingSince > SLOW_MS) {
    return {
      level: 'waiting',
      summary: 'Waiting',
      message: 'Waiting for the server. It is taking longer than usual.',
      duration: formatDuration(now - pendingSince),
    };
  }
  return {
    level: 'ok',
    summary: condition === 'unknown' ? 'Connecting' : 'Online',
    message: undefined,
    duration: undefined,
  };
}
