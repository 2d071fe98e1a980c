import type { RequestHandler } from 'express';
import { type ExampleOperation, readOperations } from './operations';

/**
 * What a browser sees at /graphql: Apollo Sandbox where its script can be loaded, else the bundled IDE.
 * Requests that do not ask for a page go on to the API.
 */
export const landingPage: RequestHandler = (request, response, next) => {
  const asksForPage = request.accepts(['json', 'html']) === 'html' && !('query' in request.query);
  if (!asksForPage) return next();
  response.type('html').send(page(readOperations()));
};

const SANDBOX =
  'https://embeddable-sandbox.cdn.apollographql.com/_latest/embeddable-sandbox.umd.production.min.js';

/** How long a browser may take to load Sandbox before it is shown the bundled IDE. */
const PATIENCE_MS = 4_000;

const page = (operations: ExampleOperation[]) => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>reelgraph</title>
    <style>
      html, body, #sandbox { height: 100%; margin: 0; }
      #sandbox iframe { width: 100%; height: 100%; border: 0; }
      p { font: 16px/1.5 system-ui, sans-serif; padding: 1rem; }
    </style>
  </head>
  <body>
    <div id="sandbox"><p>Opening Apollo Sandbox. <a href="/ide/">Open the bundled IDE instead</a>.</p></div>
    <script>
      const openBundled = () => location.replace('/ide/');
      const patience = setTimeout(openBundled, ${PATIENCE_MS});
      const script = document.createElement('script');
      script.src = ${JSON.stringify(SANDBOX)};
      script.onerror = openBundled;
      script.onload = () => {
        clearTimeout(patience);
        document.getElementById('sandbox').replaceChildren();
        new window.EmbeddedSandbox({
          target: '#sandbox',
          initialEndpoint: location.origin + '/graphql',
          initialState: ${inScript({
            document: operations.map((operation) => operation.document).join('\n'),
            variables: Object.assign({}, ...operations.map((operation) => operation.variables)),
          })},
        });
      };
      document.body.append(script);
    </script>
  </body>
</html>
`;

/** JSON that cannot end the script that it stands in. */
const inScript = (value: unknown) => JSON.stringify(value).replaceAll('<', '\\u003c');
