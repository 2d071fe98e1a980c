import { setTimeout as pause } from 'node:timers/promises';
import { AppError } from '../app-error';
import type { Logger } from '../logger';
import type { Server } from './run-server';

/** A server that is restarted when it ends. */
export interface SupervisedServer {
  /** Resolves if the server failed too often in a row; stays pending otherwise. */
  readonly failed: Promise<AppError>;
  /** Stops the server for a reason, so that it is restarted. */
  restart(reason: string): Promise<void>;
  /** Stops the server and waits until it has stopped. */
  stop(): Promise<void>;
}

export interface SupervisionOptions {
  /** Starts the server again. */
  start: () => Promise<Server>;
  logger: Logger;
  /** Wait before the first restart, doubled with each further failure. @default 500 */
  backoffMs?: number;
}

/** Number of consecutive failures (crashes and failed starts) after which the server is not restarted. */
const MAX_FAILURES = 5;
/** A server that ran for longer resets the count of failures. */
const STABLE_MS = 60_000;

/** Restarts a server whenever it ends by itself. */
export function superviseServer(
  first: Server,
  { start, logger, backoffMs = 500 }: SupervisionOptions,
): SupervisedServer {
  const stopping = new AbortController();
  let server: Server | undefined = first;
  /** Why the server is being restarted. */
  let restartReason: string | undefined;

  /** @returns the reason if this attempt failed */
  const tryRestart = async (): Promise<string | undefined> => {
    try {
      server = await start();
      logger.info({}, 'The private Neo4j is running again');
      return undefined;
    } catch (error) {
      return (error as Error).message;
    }
  };

  const supervise = async (): Promise<AppError | undefined> => {
    for (let failures = 0; ;) {
      const startedAt = performance.now();
      const endReason = await (server as Server).ended;
      let reason: string | undefined = restartReason ?? endReason;
      restartReason = undefined;
      server = undefined;
      if (performance.now() - startedAt > STABLE_MS) failures = 0;
      while (reason !== undefined) {
        if (stopping.signal.aborted) return undefined;
        failures++;
        if (failures >= MAX_FAILURES) return givenUp(reason);
        const waitMs = backoffMs * 2 ** (failures - 1);
        logger.warn({ reason, failures, waitMs }, 'The private Neo4j ended; restarting it');
        // Rejects only if the server is stopped, which is checked next.
        await pause(waitMs, undefined, { signal: stopping.signal }).catch(() => undefined);
        if (stopping.signal.aborted) return undefined;
        reason = await tryRestart();
      }
      if (stopping.signal.aborted) return undefined;
    }
  };
  const supervising = supervise();

  return {
    failed: new Promise((resolve, reject) => {
      supervising.then((error) => error && resolve(error), reject);
    }),
    restart: async (reason) => {
      restartReason = server && reason;
      await server?.stop();
    },
    stop: async () => {
      stopping.abort();
      await server?.stop();
      await supervising;
      await server?.stop();
    },
  };
}

const givenUp = (reason: string) =>
  new AppError(
    'CANNOT_START',
    `The private Neo4j failed ${MAX_FAILURES} times in a row. Last reason: ${reason}`,
  );
