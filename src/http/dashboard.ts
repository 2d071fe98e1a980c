import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { constants } from 'node:zlib';
import compression from 'compression';
import express, { type RequestHandler, type Response, Router } from 'express';
import { securityHeaders } from './security-headers';

/** The built dashboard, dist/web. The path is the same from src/http and from dist/http. */
const FOLDER = join(__dirname, '..', '..', 'dist', 'web');

/** Paths of the dashboard's views, relative to the mount path. Each returns the same page. */
const VIEWS = ['/', '/train', '/compare', '/explore', '/system'];

const YEAR_SECONDS = 31_536_000;

/** Brotli at this quality takes as much time as gzip and makes scripts 6 % smaller. */
const compress = compression({ brotli: { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } } });

/** Serves the dashboard: its page at the path of each view, and its assets. It loads nothing from other origins. */
export function dashboard(): Router {
  const router = Router();
  router.get(VIEWS, headers, compress, sendPage(200));
  // File names in assets/ contain a hash of the content, so the content of a name never changes.
  router.use(
    '/assets',
    headers,
    compress,
    express.static(join(FOLDER, 'assets'), { index: false, redirect: false, setHeaders: cacheForAYear }),
  );
  return router;
}

/** Answers a browser's request for an unknown path with the dashboard's "Page not found" view and status 404. */
export function notFoundPage(): RequestHandler {
  const send = sendPage(404);
  const middleware = [headers, compress];
  const router = Router();
  router.get('/*path', ...middleware, (request, response, next) => {
    const asksForPage = request.accepts(['json', 'html']) === 'html';
    const isAsset = request.path.startsWith('/assets/');
    if (asksForPage && !isAsset) void send(request, response, next);
    else next();
  });
  return router;
}

/**
 * Sends index.html. Its relative URLs are adjusted to the depth of the request's path, so that they resolve to the
 * mount path even if a proxy adds a prefix.
 */
function sendPage(status: number): RequestHandler {
  return (request, response) => {
    const html = readPage();
    if (html === undefined) {
      response.status(503).type('text').send('The dashboard is not built. Run npm run build.');
      return;
    }
    const depth = request.path.split('/').length - 2;
    const root = depth > 0 ? '../'.repeat(depth) : './';
    response
      .status(status)
      .set('cache-control', 'no-cache')
      .type('html')
      .send(html.replace(/(src|href)="\.\//g, `$1="${root}`));
  };
}

/** Reads index.html; undefined if the dashboard is not built. */
function readPage(): string | undefined {
  try {
    return readFileSync(join(FOLDER, 'index.html'), 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

const cacheForAYear = (response: Response) =>
  response.setHeader('cache-control', `public, max-age=${YEAR_SECONDS}, immutable`);

/** Allows inline styles, because cytoscape and uPlot use them. */
const headers = securityHeaders({
  styleSrc: ["'self'", "'unsafe-inline'"],
  imgSrc: ["'self'", 'data:', 'blob:'],
});
