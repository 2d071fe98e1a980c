import { AppError } from '../../app-error';
import { cacheFor } from '../../ttl-cache';
import type { Graph } from '../../graph/graph';
import type { FilmCatalogue } from '../films/film-catalogue';
import { countRecentImpressions, type ImpressionCounts } from '../impressions/impression-repository';
import type { PolicyName } from '../policies/policy';
import type { DataIssue } from './data-contract';
import type { RunStatus } from '../training/run-repository';
import type { TrainingRuns } from '../training/training-runs';
import type { AnsweringPolicy } from './policy-registry';
import type { SystemReport } from './system-report';

/** The state of the service, for monitoring. */
export interface ServiceState {
  /** The default policy; undefined if no policy is available. */
  served?: { policy: PolicyName; version: string };
  films: number;
  /** The newest training run. */
  run?: { policy: PolicyName; status: RunStatus; step: number };
  /** Lists served to customers in the last seven days, and the number of those that led to a rental. */
  lists: ImpressionCounts;
  /** Data that does not meet a precondition, from the last check. */
  issues: readonly DataIssue[];
}

/** The parts of the recommender that are monitored. */
interface ServiceSources {
  readonly graph: Graph;
  readonly runs: TrainingRuns;
  readonly system: Pick<SystemReport, 'dataIssues'>;
  catalogue(): Promise<FilmCatalogue>;
  answering(): Promise<AnsweringPolicy>;
}

const DAYS = 7;

/**
 * Checks that the service can recommend.
 * @returns the reason if the service is degraded; otherwise undefined
 * @throws AppError GRAPH_UNAVAILABLE or POLICY_UNTRAINED
 */
export async function requireReady({
  graph,
  catalogue,
  answering,
}: Omit<ServiceSources, 'runs' | 'system'>): Promise<string | undefined> {
  await graph.read('RETURN 1');
  const { embeddings } = await catalogue();
  const { degraded } = await answering();
  if (degraded) return degraded;
  if (embeddings.NODE2VEC || embeddings.FASTRP) return undefined;
  return 'No film has an embedding. Run the command reelgraph embed.';
}

/** Returns a function that reads the state of the service, at most every `ttlMs` milliseconds. */
export function watchService(sources: ServiceSources, ttlMs: number): () => Promise<ServiceState> {
  const { graph, runs, catalogue, answering, system } = sources;
  let issues: readonly DataIssue[] = [];
  return cacheFor(ttlMs, async () => {
    const [served, { films }, [run], lists] = await Promise.all([
      answering().catch((error: unknown) => {
        if (error instanceof AppError) return undefined;
        throw error;
      }),
      catalogue(),
      runs.newest(1),
      countRecentImpressions(graph, DAYS),
    ]);
    // The check takes longer than reading the other values, so the next reading contains its result.
    void system.dataIssues().then(
      (found) => (issues = found),
      () => undefined,
    );
    return {
      issues,
      served: served && { policy: served.policy.name, version: served.version },
      films: films.length,
      run,
      lists,
    };
  });
}
