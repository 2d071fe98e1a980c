import { getDistDirectory, renderAltair } from 'altair-static';
import express, { Router } from 'express';
import { readOperations } from './operations';

/** Altair, a GraphQL IDE served from this process alone, open with the example operations, one a tab. */
export function ide(): Router {
  const router = Router();
  // Altair opens on the last of its windows.
  const operations = readOperations().reverse();
  const page = renderAltair({
    baseURL: '/ide/',
    endpointURL: '/graphql',
    initialWindows: operations.map(({ name, document, variables }) => ({
      initialName: name,
      initialQuery: document,
      initialVariables: JSON.stringify(variables, null, 2),
    })),
    persistedSettings: { 'schema.reloadOnStart': true },
  });
  router.get('/', (_request, response) => void response.type('html').send(page));
  router.use(express.static(getDistDirectory(), { index: false }));
  return router;
}
