import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { AppError } from '../app-error';
import { type Logger, silentLogger } from '../logger';
import type { Progress } from '../progress';
import { NICENESS, THREADS_HAVE_PRIORITIES } from '../thread-priority';
import { archiveArguments, classArchive, writeClassArchive } from './class-archive';
import { distributionFolder, fetchNeo4j, isFetched } from './distribution';
import { endLeftover, readPid } from './end-leftover';
import { freePort } from './free-port';
import { requireSpace, toHomeError } from './home-errors';
import { privatePassword, usePassword } from './private-password';
import { requireJava } from './require-java';
import { reasonFrom, runServer } from './run-server';
import { superviseServer } from './supervise-server';
import { writeConfiguration } from './write-configuration';

/** A Neo4j with Graph Data Science, started by this process. */
export interface PrivateNeo4j {
  uri: string;
  username: string;
  password: string;
  /** Resolves if Neo4j failed too often in a row and will not be restarted; stays pending otherwise. */
  readonly failed: Promise<AppError>;
  /** Writes the class archive, which shortens later starts, unless it exists. Takes some seconds. */
  archiveClasses(): Promise<boolean>;
  /** Stops a Neo4j that refuses requests, so that it is restarted. */
  restart(): Promise<void>;
  /** Stops Neo4j gracefully and waits until it has ended. */
  stop(): Promise<void>;
}

/** Options of `startPrivateNeo4j`. */
export interface PrivateNeo4jOptions {
  /** The folder for all files. The caller must hold its lock. */
  home: string;
  progress: Progress;
  /** Optimizes for a short start instead of throughput, for tests. */
  shortLived?: boolean;
  /** The logger for restarts. @default none */
  logger?: Logger;
}

const HEAP_MEGABYTES = 1_024;
/** Disk space for the jars and the class archive, in megabytes. */
const DISTRIBUTION_MEGABYTES = 300;
/** Disk space for a start, in megabytes: transaction logs, and a store of the size of the sample. */
const START_MEGABYTES = 150;

/**
 * Java's compiler threads get a low priority. The first run of a statement, such as a publication, makes Java compile
 * for seconds, and requests must go first.
 */
const COMPILER_PRIORITY = THREADS_HAVE_PRIORITIES
  ? ['-XX:ThreadPriorityPolicy=1', `-XX:CompilerThreadPriority=${NICENESS}`]
  : [];

/** Packages of the Java runtime that Neo4j accesses by reflection. */
const OPENED_PACKAGES = ['java.nio', 'java.io', 'sun.nio.ch'].map(
  (name) => `--add-opens=java.base/${name}=ALL-UNNAMED`,
);

/**
 * Starts a private Neo4j on a free port of loopback and waits until it answers. Downloads Neo4j if this home has none,
 * and ends a server that a killed process has left behind. Neo4j is restarted if it crashes, and stops when this
 * process ends, even if this process crashes.
 * @throws AppError CANNOT_START with advice: Java or Maven is missing, the disk is full, or the reason in Neo4j's log
 */
export async function startPrivateNeo4j(options: PrivateNeo4jOptions): Promise<PrivateNeo4j> {
  const { progress } = options;
  const home = resolve(options.home);
  try {
    const javaVersion = await requireJava();
    if (!isFetched(home)) {
      await requireSpace(home, DISTRIBUTION_MEGABYTES + START_MEGABYTES);
      await progress('Downloading Neo4j, GDS and APOC', (report) => fetchNeo4j(home, report));
    }
    await requireSpace(home, START_MEGABYTES);
    return await progress('Starting the private Neo4j', () => start(home, javaVersion, options));
  } catch (error) {
    throw toHomeError(error, home);
  }
}

async function start(
  home: string,
  javaVersion: string,
  { shortLived = false, logger = silentLogger }: PrivateNeo4jOptions,
): Promise<PrivateNeo4j> {
  const distribution = distributionFolder(home);
  const serverHome = join(home, 'neo4j');
  const pidFile = join(serverHome, 'pid');
  const logFile = join(serverHome, 'logs', 'console.log');
  mkdirSync(serverHome, { recursive: true });
  await endLeftover(pidFile, serverHome);
  // An interrupted first start leaves incomplete databases without data, so start over.
  const completeFile = join(serverHome, 'made');
  if (!existsSync(completeFile)) rmSync(join(serverHome, 'data'), { recursive: true, force: true });

  const port = await freePort();
  const password = privatePassword(home);
  const archive = classArchive(distribution, javaVersion);
  const classPath = writeConfiguration({ serverHome, distribution, port, heapMegabytes: HEAP_MEGABYTES });
  const run = () =>
    runServer({
      pidFile,
      logFile,
      port,
      javaArguments: [
        '-XX:+UseSerialGC',
        ...COMPILER_PRIORITY,
        ...(shortLived ? ['-XX:TieredStopAtLevel=1'] : []),
        ...archiveArguments(archive),
        ...OPENED_PACKAGES,
        '-Dio.netty.tryReflectionSetAccessible=true',
        '-Dlog4j2.disable.jmx=true',
        // GDS measures objects with JOL, which would attach another Java process to this one for seconds.
        '-Djol.skipHotspotSAAttach=true',
        `@${classPath}`,
        'org.neo4j.server.CommunityEntryPoint',
        `--home-dir=${serverHome}`,
        `--config-dir=${join(serverHome, 'conf')}`,
        '--console-mode',
      ],
    });
  const server = await run();
  const uri = `bolt://127.0.0.1:${port}`;
  try {
    await usePassword(uri, password);
    writeFileSync(completeFile, '');
  } catch (error) {
    await server.stop();
    throw error;
  }
  const { failed, restart, stop } = superviseServer(server, {
    start: () => endLeftover(pidFile, serverHome).then(run),
    logger,
  });
  return {
    uri,
    username: 'neo4j',
    password,
    failed,
    archiveClasses: async () => {
      const pid = readPid(pidFile);
      return pid !== undefined && writeClassArchive(archive, pid);
    },
    restart: () => restart(`it refused requests: ${reasonFrom(logFile)}`),
    stop,
  };
}
