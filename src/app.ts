import { AppError } from './app-error';
import { createEventLog } from './event-log';
import { createConstraints } from './graph/constraints';
import { buildSchemas } from './graphql/build-schema';
import { createContext } from './graphql/context';
import { createHttpServer } from './http/create-http-server';
import { requireFreePort } from './http/listen';
import { requireProtection } from './http/require-protection';
import { type OpenGraph, openGraph } from './open-graph';
import { preparePrivateGraph } from './prepare-graph';
import type { Logger } from './logger';
import type { Progress } from './progress';
import type { Engine, EngineName } from './recommender/engine/load-engine';
import { loadEngineForServing } from './recommender/engine/load-engine-for-serving';
import { createRecommender, type Recommender } from './recommender/recommender';
import { describeIssue } from './recommender/serving/data-contract';
import { requireReady, watchService } from './recommender/serving/service-state';
import type { Settings } from './settings';
import { DEFAULT_TTL_MS } from './ttl-cache';

/** A running service. */
export interface App {
  /** The URL of the API. */
  url: string;
  /** The approximate duration of background training in minutes; undefined if no training is due. */
  trainingMinutes?: number;
  /** Resolves if the private Neo4j failed and will not be restarted; stays pending otherwise. */
  readonly failed: Promise<AppError>;
  /** Ends requests, training and the private graph, in this order. */
  close(): Promise<void>;
}

/** A fixed seed, so that repeating the same commands gives the same weights. */
const SEED = 1;

/**
 * Approximate minutes of training and evaluation on the sample store of 1,000 films. Larger stores take longer, in
 * proportion to their rentals.
 */
const TYPICAL_MINUTES: Readonly<Record<EngineName, number>> = { tensorflow: 3, wasm: 8, cpu: 120 };

/**
 * Creates and starts the service: engine, graph, recommender, schema and HTTP server.
 * @throws AppError CANNOT_START, after stopping the parts that were already started
 */
export async function createApp(settings: Settings, progress: Progress, log: Logger): Promise<App> {
  requireProtection(settings);
  await requireFreePort(settings.host, settings.port);
  const engine = await progress(
    'Loading the engine',
    () => loadEngineForServing(settings.engine),
    ({ name, version }) => `${name} ${version}`,
  );
  for (const { name, reason } of engine.passedOver)
    log.info({ engine: name }, `Engine unavailable, falling back: ${reason}`);
  const opened = await openGraph(settings, progress, {
    waitSeconds: settings.graphWaitSeconds,
    logger: log,
  });
  try {
    return await serve(settings, opened, engine, progress, log);
  } catch (error) {
    await opened.close();
    throw error;
  }
}

/** Loads the default policy before the first request. Logs expected failures. */
async function warm(recommender: Recommender, log: Logger): Promise<void> {
  try {
    const { degraded } = await recommender.answering();
    if (degraded) log.warn({}, `Serving degraded: ${degraded}`);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    log.warn({ code: error.code }, error.message);
  }
}

/** Runs the data checks of `reelgraph doctor` and logs the violations. */
async function logIssues({ system }: Recommender, log: Logger): Promise<void> {
  try {
    for (const issue of await system.dataIssues()) {
      const { count, isLeftOut, remedy } = issue;
      log[isLeftOut ? 'warn' : 'info']({ count, remedy }, describeIssue(issue));
    }
  } catch (err) {
    log.warn({ err }, 'Checking the data failed');
  }
}

async function serve(
  settings: Settings,
  { graph, privateNeo4j, close }: OpenGraph,
  engine: Engine,
  progress: Progress,
  logger: Logger,
): Promise<App> {
  const events = createEventLog();
  const log = events.observe(logger);
  if (privateNeo4j) await preparePrivateGraph(graph, progress, log);
  const refused = await createConstraints(graph, log);
  if (refused.length > 0) {
    log.warn(
      {},
      `Cannot make ${refused.join(', ')} unique because of duplicates. Lookups by these ids are slow. Run reelgraph doctor.`,
    );
  }
  const { search } = settings;
  const recommender = createRecommender({ graph, engine, seed: SEED, logger: log, events, search });
  // Neo4j plans its first statements while this process builds the schemas.
  const [, schemas] = await Promise.all([
    warm(recommender, log),
    progress('Building the schema', () => buildSchemas(graph)),
  ]);
  const http = await createHttpServer({
    settings,
    schema: schemas.api,
    createContext: (viewer) => createContext(recommender, schemas, viewer),
    isReady: () => requireReady(recommender),
    isGraphRecovering: graph.health.isRecovering,
    sources: {
      statements: () => graph.statements(),
      graphStatus: () => graph.health.status(),
      state: watchService(recommender, DEFAULT_TTL_MS),
    },
    log,
  });
  void logIssues(recommender, log);
  const isTrainingDue = settings.autoTrain && (await recommender.autopilot.isDue());
  if (settings.autoTrain) recommender.autopilot.retrain();
  // Also if this server does not train: a trial that nobody judges would not end.
  const judging = recommender.autopilot.judge();
  const training = settings.autoTrain ? recommender.autopilot.run() : undefined;
  return {
    url: http.url,
    trainingMinutes: isTrainingDue ? TYPICAL_MINUTES[engine.name] : undefined,
    failed: privateNeo4j?.failed ?? new Promise(() => undefined),
    close: async () => {
      // Closing the recommender ends the progress streams of runs. Otherwise they would keep the server open.
      await Promise.all([recommender.close(), http.close()]);
      await Promise.all([training, judging]);
      // Writing the archive stops Neo4j for seconds, so it waits until requests and probes have ended.
      graph.health.close();
      await privateNeo4j?.archiveClasses().catch((err: unknown) => {
        log.warn({ err }, 'Writing the class archive failed; the next start will take longer');
      });
      await close();
    },
  };
}
