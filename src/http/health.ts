import { Router } from 'express';

/** /healthz: the process lives. /readyz: it can answer, which needs the graph. */
export function health(isReady: () => Promise<void>): Router {
  const router = Router();
  router.get('/healthz', (_request, response) => void response.json({ status: 'ok' }));
  router.get('/readyz', async (_request, response) => {
    try {
      await isReady();
      response.json({ status: 'ready' });
    } catch {
      response.status(503).json({ status: 'the graph does not answer' });
    }
  });
  return router;
}
