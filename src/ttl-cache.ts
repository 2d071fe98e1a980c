import { LRUCache } from 'lru-cache';
import { outsideStatementScope } from './graph/statement-scope';

/** How long values from the graph are cached, in milliseconds. */
export const DEFAULT_TTL_MS = 2_000;

/**
 * Caches the result of `load` for `ttlMs` milliseconds. Concurrent callers share one call, which ignores their
 * deadlines. Failures are not cached.
 */
export function cacheFor<Value extends object>(
  ttlMs: number,
  load: () => Promise<Value>,
): () => Promise<Value> {
  const fetchMethod = () => outsideStatementScope(load);
  const cache = new LRUCache<'value', Value>({ max: 1, ttl: ttlMs, fetchMethod });
  return () => cache.forceFetch('value');
}
