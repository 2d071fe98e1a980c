import { AppError } from './app-error';
import { serializeError } from './serialize-error';
import { createConstraints } from './graph/constraints';
import { buildSchemas } from './graphql/build-schema';
import { createContext } from './graphql/context';
import { createHttpServer } from './http/create-http-server';
import { requireFreePort } from './http/listen';
import { requireProtection } from './http/require-protection';
import { type OpenGraph, openGraph } from './open-graph';
import { preparePrivateGraph } from './prepare-graph';
import type { Progress } from './progress';
import type { Engine } from './recommender/engine/load-engine';
import { loadEngineForServing } from './recommender/engine/load-engine-for-serving';
import { retrainOnRentals } from './recommender/autopilot/retrain-on-rentals';
import { trainAndPromote } from './recommender/autopilot/train-and-promote';
import { createRecommender, type Recommender } from './recommender/recommender';
import { requireReady, watchService } from './recommender/serving/service-state';
import type { Settings } from './settings';

/** A service that answers. */
export interface App {
  /** Where the API is. */
  url: string;
  /** Ends requests and the private graph, in this order. */
  close(): Promise<void>;
}

/** What the service tells its operator. */
export interface Log {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

/** Chosen once, so that two runs of the same commands learn the same. */
const SEED = 1;

/**
 * Puts the service together: engine, graph, recommender, schema, HTTP.
 * @throws AppError CANNOT_START; whatever was started by then is stopped
 */
export async function createApp(settings: Settings, progress: Progress, log: Log): Promise<App> {
  requireProtection(settings);
  await requireFreePort(settings.host, settings.port);
  const engine = await progress(
    'Loading the engine',
    () => loadEngineForServing(settings.engine),
    ({ name, version }) => `${name} ${version}`,
  );
  for (const { name, reason } of engine.passedOver) log.info({ engine: name }, `Passed over: ${reason}`);
  const opened = await openGraph(settings, progress);
  try {
    return await serve(settings, opened, engine, progress, log);
  } catch (error) {
    await opened.close();
    throw error;
  }
}

/** Has the policy ready before the first request; a graph without embeddings is told so when it is asked. */
async function warm(recommender: Recommender, log: Log): Promise<void> {
  try {
    await recommender.policy(await recommender.catalogue());
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    log.warn({ code: error.code }, error.message);
  }
}

async function serve(
  settings: Settings,
  { graph, privateNeo4j, close }: OpenGraph,
  engine: Engine,
  progress: Progress,
  log: Log,
): Promise<App> {
  if (privateNeo4j) await preparePrivateGraph(graph, progress);
  await createConstraints(graph);
  const recommender = createRecommender(graph, engine, SEED, (message, error) =>
    log.warn({ error: serializeError(error) }, message),
  );
  // The graph plans its first statements while this process builds the schema.
  const [, schemas] = await Promise.all([
    warm(recommender, log),
    progress('Building the schema', () => buildSchemas(graph.driver)),
  ]);
  const http = await createHttpServer({
    settings,
    schema: schemas.api,
    createContext: (viewer) => createContext(recommender, schemas, viewer),
    isReady: () => requireReady(recommender),
    sources: {
      statements: () => graph.statements(),
      graphStatus: () => graph.health.status(),
      state: watchService(recommender),
    },
    log,
  });
  const closing = new AbortController();
  retrainOnRentals(
    recommender,
    (fields, message) => log.info(fields, message),
    (error) => log.warn({ error: serializeError(error) }, 'Recorded rentals were not learned from'),
  );
  const learning = privateNeo4j && learnInTheBackground(recommender, log, closing.signal);
  const archived = privateNeo4j?.archiveClasses().catch((error: unknown) => {
    log.warn({ err: error }, 'The next start will take longer: no class archive was written');
  });
  return {
    url: http.url,
    close: async () => {
      closing.abort();
      // What follows a run ends with it: a stream that goes on would keep the server open.
      await Promise.all([recommender.runs.close(), http.close()]);
      await recommender.close();
      await Promise.all([learning, archived]);
      await close();
    },
  };
}

/** What goes wrong there concerns nobody who asks: it is logged. */
async function learnInTheBackground(recommender: Recommender, log: Log, closing: AbortSignal): Promise<void> {
  try {
    await trainAndPromote(recommender, (fields, message) => log.info(fields, message), closing);
  } catch (error) {
    if (closing.aborted) return;
    log.warn({ error: serializeError(error) }, 'Policy DQN could not be trained in the background');
  }
}
