import type { Graph } from '../../graph/graph';
import { outsideStatementScope } from '../../graph/statement-scope';
import { cacheFor } from '../../ttl-cache';
import { checkPreconditions, type DataIssue } from './data-contract';
import {
  type GraphVersions,
  type ImpressionDay,
  readCounts,
  readGraphVersions,
  readImpressionDays,
  readRentalDays,
  type RentalDay,
  type StoreCounts,
} from './system-repository';

/** The state of the store, for operators. Each part is read on demand and cached. */
export interface SystemReport {
  counts(): Promise<StoreCounts>;
  /** Rentals of the last thirty days that were recorded through the API, oldest first. */
  rentalDays(): Promise<RentalDay[]>;
  /** Impressions of the last thirty days by day and version, oldest first. */
  impressionDays(): Promise<ImpressionDay[]>;
  /** Data that does not meet a precondition, most important first. */
  dataIssues(): Promise<DataIssue[]>;
  versions(): Promise<GraphVersions>;
}

/** Idempotency keys are kept for thirty days. */
const DAYS = 30;
/** Cached for longer, because some parts read many nodes. */
const TTL_MS = 15_000;
const VERSIONS_TTL_MS = 600_000;

/** Creates the report of one graph. */
export const createSystemReport = (graph: Graph, ttlMs = TTL_MS): SystemReport => ({
  counts: cacheFor(ttlMs, () => readCounts(graph)),
  rentalDays: cacheFor(ttlMs, () => readRentalDays(graph, DAYS)),
  impressionDays: cacheFor(ttlMs, () => readImpressionDays(graph, DAYS)),
  dataIssues: cacheAndRest(ttlMs, async () => {
    const checked = await checkPreconditions(graph);
    return checked.flatMap(({ issue }) => issue ?? []);
  }),
  versions: cacheFor(VERSIONS_TTL_MS, () => readGraphVersions(graph)),
});

/** After a data check, the next one waits for this multiple of its duration. */
const REST_FACTOR = 20;

/** Caches the result of `load` for `ttlMs` milliseconds, and longer if it takes long. Concurrent callers share one call. */
function cacheAndRest<Value>(ttlMs: number, load: () => Promise<Value>): () => Promise<Value> {
  let known: { readonly value: Value; readonly until: number } | undefined;
  let loading: Promise<Value> | undefined;
  const start = async () => {
    const startedAt = performance.now();
    const value = await outsideStatementScope(load);
    const endedAt = performance.now();
    known = { value, until: endedAt + Math.max(ttlMs, REST_FACTOR * (endedAt - startedAt)) };
    return value;
  };
  return async () => {
    if (known && performance.now() < known.until) return known.value;
    loading ??= start().finally(() => (loading = undefined));
    return loading;
  };
}
