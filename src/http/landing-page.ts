import type { RequestHandler } from 'express';
import { type ExampleOperation, readOperations } from './operations';

/**
 * Answers browsers at /graphql with a page that opens Apollo Sandbox, or the bundled IDE if Sandbox cannot be loaded.
 * Other requests are passed to the API. All URLs of the page are relative, so it works under any path.
 */
export const landingPage: RequestHandler = (request, response, next) => {
  const asksForPage = request.accepts(['json', 'html']) === 'html' && !('query' in request.query);
  if (!asksForPage) return next();
  response.type('html').send(page(readOperations()));
};

const SANDBOX =
  'https://embeddable-sandbox.cdn.apollographql.com/_latest/embeddable-sandbox.umd.production.min.js';

/** Timeout for loading Sandbox, in milliseconds. */
const SANDBOX_TIMEOUT_MS = 4_000;

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
    <div id="sandbox"><p>Loading Apollo Sandbox… <a href="./ide/">Open the bundled IDE instead</a>.</p></div>
    <script>
      const openBundled = () => location.replace('./ide/');
      const timeout = setTimeout(openBundled, ${SANDBOX_TIMEOUT_MS});
      const script = document.createElement('script');
      script.src = ${JSON.stringify(SANDBOX)};
      script.onerror = openBundled;
      script.onload = () => {
        clearTimeout(timeout);
        document.getElementById('sandbox').replaceChildren();
        new window.EmbeddedSandbox({
          target: '#sandbox',
          initialEndpoint: location.origin + location.pathname,
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

/** Serializes a value as JSON that is safe inside a script element. */
const inScript = (value: unknown) => JSON.stringify(value).replaceAll('<', '\\u003c');
