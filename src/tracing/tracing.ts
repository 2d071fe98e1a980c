import type { NodeSDK } from '@opentelemetry/sdk-node';

/** Tracing is on if any of these variables is set. */
const SWITCHES = [
  'OTEL_TRACES_EXPORTER',
  'OTEL_EXPORTER_OTLP_ENDPOINT',
  'OTEL_EXPORTER_OTLP_TRACES_ENDPOINT',
] as const;

/** Paths that monitoring polls; they are not traced. */
const NOT_TRACED = ['/healthz', '/readyz', '/metrics'];

/**
 * Starts OpenTelemetry if its standard variables name an exporter. Otherwise OpenTelemetry is not loaded. Traces cover
 * requests, GraphQL execution, Cypher statements and the work marked with `span`. They never contain values of literals
 * or parameters.
 *
 * OpenTelemetry wraps modules while they are loaded, so this must run before node:http and graphql are loaded.
 */
function startTracing(environment: NodeJS.ProcessEnv): NodeSDK | undefined {
  if (environment.OTEL_TRACES_EXPORTER === 'none' || !SWITCHES.some((name) => environment[name]))
    return undefined;
  /* eslint-disable @typescript-eslint/no-require-imports -- loaded only if enabled, and before other modules */
  const sdk = require('@opentelemetry/sdk-node') as typeof import('@opentelemetry/sdk-node');
  const { HttpInstrumentation } =
    require('@opentelemetry/instrumentation-http') as typeof import('@opentelemetry/instrumentation-http');
  const { GraphQLInstrumentation } =
    require('@opentelemetry/instrumentation-graphql') as typeof import('@opentelemetry/instrumentation-graphql');
  /* eslint-enable @typescript-eslint/no-require-imports */
  const tracing = new sdk.NodeSDK({
    serviceName: environment.OTEL_SERVICE_NAME ?? 'reelgraph',
    instrumentations: [
      new HttpInstrumentation({
        ignoreIncomingRequestHook: ({ url = '' }) => NOT_TRACED.includes(url.split('?')[0]),
      }),
      new GraphQLInstrumentation({ ignoreResolveSpans: true }),
    ],
    // Metrics are served at /metrics and logs are written to standard output.
    metricReaders: [],
    logRecordProcessors: [],
  });
  tracing.start();
  return tracing;
}

// eslint-disable-next-line no-restricted-properties -- this runs before src/main.ts
const tracing = startTracing(process.env);
process.once('beforeExit', () => void stopTracing());

/** Sends the remaining traces. OpenTelemetry logs traces that cannot be sent. */
export async function stopTracing(): Promise<void> {
  await tracing?.shutdown();
}
