import { existsSync } from 'node:fs';
import { join } from 'node:path';
import compression from 'compression';
import express, { type Response, Router } from 'express';
import helmet from 'helmet';

/** Where `npm run build` puts the dashboard: dist/web, the same seen from src/ and from dist/. */
const FOLDER = join(__dirname, '..', '..', 'dist', 'web');

/** The addresses that the dashboard's views have; each shows the same page, whose script reads the address. */
const VIEWS = ['/', '/train', '/compare', '/explore'];

const YEAR_SECONDS = 31_536_000;

/** The dashboard: its page at the address of each view, and its scripts, which load nothing from elsewhere. */
export function dashboard(): Router {
  const router = Router();
  router.get(VIEWS, securityHeaders, compression(), (_request, response) => {
    if (!existsSync(join(FOLDER, 'index.html'))) {
      response.status(503).type('text').send('The dashboard is not built. Run npm run build.');
      return;
    }
    response.sendFile('index.html', { root: FOLDER, headers: { 'cache-control': 'no-cache' } });
  });
  // Names under assets/ hold a hash of their content, so what they name never changes.
  router.use(
    '/assets',
    securityHeaders,
    compression(),
    express.static(join(FOLDER, 'assets'), { index: false, setHeaders: keepForAYear }),
  );
  return router;
}

const keepForAYear = (response: Response) =>
  response.setHeader('cache-control', `public, max-age=${YEAR_SECONDS}, immutable`);

/**
 * Only this service's own scripts run. Styles may stand in elements, because cytoscape and uPlot place theirs so.
 * No HTTPS is asked for: on loopback there is none.
 */
const securityHeaders = helmet({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'self'"],
      styleSrc: ["'self'", "'unsafe-inline'"],
      imgSrc: ["'self'", 'data:'],
      connectSrc: ["'self'", 'ws:', 'wss:'],
      objectSrc: ["'none'"],
      baseUri: ["'self'"],
      formAction: ["'self'"],
      frameAncestors: ["'self'"],
    },
  },
  strictTransportSecurity: false,
});
