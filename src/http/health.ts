import { setTimeout as pause } from 'node:timers/promises';
import { Router } from 'express';
import { AppError } from '../app-error';
import type { GraphStatus } from '../graph/graph-health';

/** Probes of orchestrators give up after a few seconds; the answer comes before. */
const PATIENCE_MS = 2_000;

/**
 * Serves /healthz, which answers 200 while the process runs, and /readyz, which answers 200 if requests can be
 * answered and 503 with the reason otherwise.
 * @param isReady rejects if the service cannot answer requests
 */
export function health(isReady: () => Promise<void>, graphStatus: () => GraphStatus): Router {
  const router = Router();
  router.get('/healthz', (_request, response) => void response.json({ status: 'ok' }));
  router.get('/readyz', async (_request, response) => {
    const problem = await Promise.race([
      isReady().then(() => undefined, explain),
      pause(PATIENCE_MS, NO_ANSWER, { ref: false }),
    ]);
    response
      .status(problem === undefined ? 200 : 503)
      .set('cache-control', 'no-store')
      .json({ status: problem ?? 'ready', graph: graphStatus() });
  });
  return router;
}

const NO_ANSWER = 'The graph database does not answer.';

const explain = (error: unknown): string => (error instanceof AppError ? error.message : NO_ANSWER);
