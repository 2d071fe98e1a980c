import type { RequestHandler } from 'express';
import { inlineScriptHashes } from './inline-script-hashes';
import { type ExampleOperation, readOperations } from './operations';
import { securityHeaders } from './security-headers';

/**
 * Creates the page for browsers at /graphql. It opens Apollo Sandbox, or the bundled IDE if Sandbox cannot be loaded.
 */
export function landingPage(): RequestHandler[] {
  const html = page(readOperations());
  const headers = securityHeaders({
    scriptSrc: [SANDBOX_SCRIPT, ...inlineScriptHashes(html)],
    styleSrc: ["'self'", "'unsafe-inline'"],
    frameSrc: [SANDBOX_FRAME],
  });
  return [headers, (_request, response) => void response.type('html').send(html)];
}

/** The script that embeds Sandbox, pinned to a version whose content never changes. */
const SANDBOX_SCRIPT =
  'https://embeddable-sandbox.cdn.apollographql.com/02e2da0fccbe0240ef03d2396d6c98559bab5b06/embeddable-sandbox.umd.production.min.js';
/** The page that the script opens in a frame. */
const SANDBOX_FRAME = 'https://sandbox.embed.apollographql.com';

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
      script.src = ${JSON.stringify(SANDBOX_SCRIPT)};
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
