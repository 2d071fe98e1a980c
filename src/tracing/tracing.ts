import type { NodeSDK } from '@opentelemetry/sdk-node';
import { AppError } from '../app-error';
import { PEER_DEPENDENCIES } from '../own-package';

/** Tracing is on if any of these variables is set. */
const SWITCHES = [
  'OTEL_TRACES_EXPORTER',
  'OTEL_EXPORTER_OTLP_ENDPOINT',
  'OTEL_EXPORTER_OTLP_TRACES_ENDPOINT',
] as const;

/** Paths that monitoring polls; they are not traced. */
const NOT_TRACED = ['/healthz', '/readyz', '/metrics'];

let tracing: NodeSDK | undefined;

/**
 * Starts OpenTelemetry if its standard variables name an exporter. Otherwise OpenTelemetry is not loaded. Traces cover
 * requests, GraphQL execution, Cypher statements and the work marked with `span`. They never contain values of literals
 * or parameters.
 *
 * OpenTelemetry wraps modules while they are loaded, so this must run before node:http and graphql are loaded.
 * @throws AppError CANNOT_START if an exporter is named and OpenTelemetry, an optional peer dependency, is not installed
 */
export function startTracing(environment: NodeJS.ProcessEnv): void {
  const setting = SWITCHES.find((name) => environment[name]);
  if (environment.OTEL_TRACES_EXPORTER === 'none' || !setting) return;
  const openTelemetry = loadOpenTelemetry(setting);
  tracing = new openTelemetry.NodeSDK({
    serviceName: environment.OTEL_SERVICE_NAME ?? 'reelgraph',
    instrumentations: [
      new openTelemetry.HttpInstrumentation({
        ignoreIncomingRequestHook: ({ url = '' }) => NOT_TRACED.includes(url.split('?')[0]),
      }),
      new openTelemetry.GraphQLInstrumentation({ ignoreResolveSpans: true }),
    ],
    // Metrics are served at /metrics and logs are written to standard output.
    metricReaders: [],
    logRecordProcessors: [],
  });
  tracing.start();
  process.once('beforeExit', () => void stopTracing());
}

function loadOpenTelemetry(setting: string) {
  try {
    /* eslint-disable @typescript-eslint/no-require-imports -- loaded only if enabled, and before other modules */
    const { NodeSDK } = require('@opentelemetry/sdk-node') as typeof import('@opentelemetry/sdk-node');
    const { HttpInstrumentation } =
      require('@opentelemetry/instrumentation-http') as typeof import('@opentelemetry/instrumentation-http');
    const { GraphQLInstrumentation } =
      require('@opentelemetry/instrumentation-graphql') as typeof import('@opentelemetry/instrumentation-graphql');
    /* eslint-enable @typescript-eslint/no-require-imports */
    return { NodeSDK, HttpInstrumentation, GraphQLInstrumentation };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'MODULE_NOT_FOUND') throw error;
    const packages = Object.entries(PEER_DEPENDENCIES)
      .filter(([name]) => name.startsWith('@opentelemetry/'))
      .map(([name, range]) => `${name}@${range}`);
    throw new AppError(
      'CANNOT_START',
      `${setting} is set, but OpenTelemetry is not installed. Run npm install ${packages.join(' ')}, ` +
        'or set OTEL_TRACES_EXPORTER=none.',
      { cause: error },
    );
  }
}

/** Sends the remaining traces. OpenTelemetry logs traces that cannot be sent. */
export async function stopTracing(): Promise<void> {
  await tracing?.shutdown();
}
