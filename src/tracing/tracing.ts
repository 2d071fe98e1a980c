import type { NodeSDK } from '@opentelemetry/sdk-node';

/** Any of them says where traces go. */
const SWITCHES = [
  'OTEL_TRACES_EXPORTER',
  'OTEL_EXPORTER_OTLP_ENDPOINT',
  'OTEL_EXPORTER_OTLP_TRACES_ENDPOINT',
] as const;

/** Asked for by machines, over and over. */
const NOT_TRACED = ['/healthz', '/readyz', '/metrics'];

/**
 * Starts OpenTelemetry where its usual variables say where traces go; else nothing of it is loaded. What is traced:
 * requests, the steps of GraphQL, statements that the graph is sent, and what `span` marks. Values of literals
 * and of parameters are in no trace.
 *
 * It wraps modules as they are loaded, so it must be called before node:http and graphql are.
 */
function startTracing(environment: NodeJS.ProcessEnv): NodeSDK | undefined {
  if (environment.OTEL_TRACES_EXPORTER === 'none' || !SWITCHES.some((name) => environment[name]))
    return undefined;
  /* eslint-disable @typescript-eslint/no-require-imports -- loaded only where it is asked for, and before all else */
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
    // Metrics are at /metrics, logs on standard output.
    metricReaders: [],
    logRecordProcessors: [],
  });
  tracing.start();
  return tracing;
}

// eslint-disable-next-line no-restricted-properties -- this runs before the first line of src/main.ts does
const tracing = startTracing(process.env);
process.once('beforeExit', () => void stopTracing());

/** Sends what was traced and not sent yet. What cannot be sent is lost, and OpenTelemetry says so. */
export async function stopTracing(): Promise<void> {
  await tracing?.shutdown();
}
