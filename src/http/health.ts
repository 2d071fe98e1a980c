import { setTimeout as pause } from 'node:timers/promises';
import { Router } from 'express';
import { AppError } from '../app-error';
import type { GraphStatus } from '../graph/graph-health';

/** Orchestrators ask often: these are not counted. */
export const HEALTH_PATHS = ['/healthz', '/readyz'];

/** Probes of orchestrators give up after a few seconds; the answer comes before. */
const PATIENCE_MS = 2_000;

/**
 * Serves /healthz, which answers 200 while the process runs, and /readyz, which answers 200 if requests can be
 * answered and 503 with the reason otherwise.
 * @param isReady rejects if the service cannot answer requests; resolves to a reason if it is degraded
 */
export function health(isReady: () => Promise<string | undefined>, graphStatus: () => GraphStatus): Router {
  const router = Router();
  router.get('/healthz', (_request, response) => void response.json({ status: 'ok' }));
  const check = (): Promise<Readiness> =>
    Promise.race([
      isReady().then(toReadiness, (error: unknown) => ({ isReady: false, status: explain(error) })),
      pause(PATIENCE_MS, { isReady: false, status: NO_ANSWER }, { ref: false }),
    ]);
  /** The check in progress, which concurrent requests share: callers without a token cannot send many statements. */
  let checking: Promise<Readiness> | undefined;
  router.get('/readyz', async (_request, response) => {
    checking ??= check().finally(() => (checking = undefined));
    const readiness = await checking;
    const { isReady: isUsable, ...body } = readiness;
    response
      .status(isUsable ? 200 : 503)
      .set('cache-control', 'no-store')
      .json({ ...body, graph: graphStatus() });
  });
  return router;
}

/** The answer of /readyz: ready, degraded with the reason, or why it is not ready. */
interface Readiness {
  readonly isReady: boolean;
  readonly status: string;
  readonly reason?: string;
}

const toReadiness = (reason: string | undefined): Readiness =>
  reason === undefined ? { isReady: true, status: 'ready' } : { isReady: true, status: 'degraded', reason };

const NO_ANSWER = 'The graph database does not answer.';

const explain = (error: unknown): string => (error instanceof AppError ? error.message : NO_ANSWER);
