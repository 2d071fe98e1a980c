import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { NICENESS, THREADS_HAVE_PRIORITIES } from '../thread-priority';
import type { Progress } from '../progress';
import { archiveArguments, classArchive, writeClassArchive } from './class-archive';
import { distributionFolder, fetchNeo4j, isFetched } from './distribution';
import { endLeftover } from './end-leftover';
import { freePort } from './free-port';
import { privatePassword, usePassword } from './private-password';
import { requireJava } from './require-java';
import { runServer } from './run-server';
import { writeConfiguration } from './write-configuration';

/** A Neo4j with Graph Data Science that belongs to this process. */
export interface PrivateNeo4j {
  uri: string;
  username: string;
  password: string;
  /** Makes the next start quicker. Takes some seconds; does nothing where it was done before. */
  archiveClasses(): Promise<boolean>;
  /** Asks the server to stop and waits until it has. */
  stop(): Promise<void>;
}

/** How a private server is started. */
export interface PrivateNeo4jOptions {
  /** The folder that holds all of it; the caller holds its lock. */
  home: string;
  progress: Progress;
  /** For a short life, such as that of tests: compile quickly, not well. */
  shortLived?: boolean;
}

const HEAP_MEGABYTES = 1_024;

/**
 * Compiling gives way to answering: a statement that runs for the first time, a publication above all, has Java
 * compile for seconds.
 */
const COMPILER_GIVES_WAY = THREADS_HAVE_PRIORITIES
  ? ['-XX:ThreadPriorityPolicy=1', `-XX:CompilerThreadPriority=${NICENESS}`]
  : [];

/** Neo4j reaches into these packages of the Java runtime. */
const OPENED = ['java.nio', 'java.io', 'sun.nio.ch'].map(
  (name) => `--add-opens=java.base/${name}=ALL-UNNAMED`,
);

/**
 * Fetches Neo4j where this home has none, ends what an earlier process has left behind, starts a server on a
 * free port of loopback, and waits until it answers. It stops with this process, however this process ends.
 * @throws AppError CANNOT_START with the way out: no Java, no Maven, or what Neo4j says in its log
 */
export async function startPrivateNeo4j(options: PrivateNeo4jOptions): Promise<PrivateNeo4j> {
  const { progress } = options;
  const home = resolve(options.home);
  const javaVersion = await requireJava();
  if (!isFetched(home)) {
    await progress('Fetching Neo4j, Graph Data Science and APOC', (report) => fetchNeo4j(home, report));
  }
  return progress('Starting the private Neo4j', () => start(home, javaVersion, options.shortLived ?? false));
}

async function start(home: string, javaVersion: string, shortLived: boolean): Promise<PrivateNeo4j> {
  const distribution = distributionFolder(home);
  const serverHome = join(home, 'neo4j');
  const pidFile = join(serverHome, 'pid');
  mkdirSync(serverHome, { recursive: true });
  await endLeftover(pidFile, serverHome);
  // A first start that was cut off leaves databases that are half made, with nothing in them yet: it begins anew.
  const madeFile = join(serverHome, 'made');
  if (!existsSync(madeFile)) rmSync(join(serverHome, 'data'), { recursive: true, force: true });

  const port = await freePort();
  const password = privatePassword(home);
  const archive = classArchive(distribution, javaVersion);
  const classPath = writeConfiguration({ serverHome, distribution, port, heapMegabytes: HEAP_MEGABYTES });
  const server = await runServer({
    pidFile,
    logFile: join(serverHome, 'logs', 'console.log'),
    port,
    javaArguments: [
      '-XX:+UseSerialGC',
      ...COMPILER_GIVES_WAY,
      ...(shortLived ? ['-XX:TieredStopAtLevel=1'] : []),
      ...archiveArguments(archive),
      ...OPENED,
      '-Dio.netty.tryReflectionSetAccessible=true',
      '-Dlog4j2.disable.jmx=true',
      `@${classPath}`,
      'org.neo4j.server.CommunityEntryPoint',
      `--home-dir=${serverHome}`,
      `--config-dir=${join(serverHome, 'conf')}`,
      '--console-mode',
    ],
  });
  const uri = `bolt://127.0.0.1:${port}`;
  try {
    await usePassword(uri, password);
    writeFileSync(madeFile, '');
  } catch (error) {
    await server.stop();
    throw error;
  }
  return {
    uri,
    username: 'neo4j',
    password,
    archiveClasses: () => writeClassArchive(archive, Number.parseInt(readFileSync(pidFile, 'utf8'), 10)),
    stop: server.stop,
  };
}
