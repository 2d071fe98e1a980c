import { setTimeout as pause } from 'node:timers/promises';
import { Router } from 'express';
import { AppError } from '../app-error';

/** Whoever asks whether the service is ready gives up after a few seconds, so the answer comes before. */
const PATIENCE_MS = 3_000;

/** /healthz: the process lives. /readyz: it can answer, which needs the graph, embeddings and a policy. */
export function health(isReady: () => Promise<void>): Router {
  const router = Router();
  router.get('/healthz', (_request, response) => void response.json({ status: 'ok' }));
  router.get('/readyz', async (_request, response) => {
    const why = await Promise.race([
      isReady().then(() => undefined, explain),
      pause(PATIENCE_MS, NO_ANSWER, { ref: false }),
    ]);
    if (why === undefined) response.json({ status: 'ready' });
    else response.status(503).json({ status: why });
  });
  return router;
}

const NO_ANSWER = 'The graph does not answer.';

const explain = (error: unknown): string => (error instanceof AppError ? error.message : NO_ANSWER);
