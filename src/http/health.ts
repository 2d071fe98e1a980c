import { setTimeout as pause } from 'node:timers/promises';
import { Router } from 'express';
import { AppError } from '../app-error';
import type { GraphStatus } from '../graph/graph-health';

/** Not counted as requests, because orchestrators probe often. */
export const HEALTH_PATHS = ['/healthz', '/readyz'];

/** Shorter than the usual timeout of orchestrators, which is a few seconds. */
const PATIENCE_MS = 2_000;

/**
 * Serves /healthz, which returns 200 while the process runs, and /readyz, which returns 200 if the server is ready and
 * 503 with the reason otherwise.
 * @param isReady rejects if the server is not ready; resolves to a reason if it is degraded
 */
export function health(isReady: () => Promise<string | undefined>, graphStatus: () => GraphStatus): Router {
  const router = Router();
  router.get('/healthz', (_request, response) => void response.json({ status: 'ok' }));
  const check = (): Promise<Readiness> =>
    Promise.race([
      isReady().then(toReadiness, (error: unknown) => ({ isReady: false, status: explain(error) })),
      pause(PATIENCE_MS, { isReady: false, status: NO_ANSWER }, { ref: false }),
    ]);
  /** The check in progress. Concurrent requests share it, so that anonymous callers cannot cause many statements. */
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

/** Returns the body of /readyz: ready, degraded with the reason, or why the server is not ready. */
interface Readiness {
  readonly isReady: boolean;
  readonly status: string;
  readonly reason?: string;
}

const toReadiness = (reason: string | undefined): Readiness =>
  reason === undefined ? { isReady: true, status: 'ready' } : { isReady: true, status: 'degraded', reason };

const NO_ANSWER = 'The graph database does not respond.';

const explain = (error: unknown): string => (error instanceof AppError ? error.message : NO_ANSWER);
