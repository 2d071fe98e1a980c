import { getDistDirectory, renderAltair } from 'altair-static';
import express, { Router } from 'express';
import { readOperations } from './operations';
import { inlineScriptHashes } from './inline-script-hashes';
import { securityHeaders } from './security-headers';

/**
 * Serves Altair, a GraphQL IDE, with the example operations in tabs. It loads nothing from other origins.
 * @param basePath the path at which the server is mounted: empty, or without a trailing slash
 */
export function ide(basePath: string): Router {
  const router = Router();
  // Altair selects the last tab.
  const operations = readOperations().reverse();
  const page = renderAltair({
    baseURL: `${basePath}/ide/`,
    endpointURL: `${basePath}/graphql`,
    initialWindows: operations.map(({ name, document, variables }) => ({
      initialName: name,
      initialQuery: document,
      initialVariables: JSON.stringify(variables, null, 2),
    })),
    persistedSettings: { 'schema.reloadOnStart': true },
  });
  router.use(
    securityHeaders({
      scriptSrc: ["'self'", ...inlineScriptHashes(page)],
      styleSrc: ["'self'", "'unsafe-inline'"],
      fontSrc: ["'self'", 'data:'],
      workerSrc: ["'self'", 'blob:'],
    }),
  );
  router.get('/', (_request, response) => void response.type('html').send(page));
  router.use(express.static(getDistDirectory(), { index: false }));
  return router;
}
