import type { RequestHandler } from 'express';

/** Redirects /a/b to /a/b/. The location is relative, so a proxy may add a prefix. */
export const addTrailingSlash: RequestHandler = (request, response, next) => {
  const { pathname, search } = new URL(request.originalUrl, 'http://localhost');
  if (pathname.endsWith('/')) return next();
  response.redirect(308, `./${pathname.split('/').at(-1)}/${search}`);
};
