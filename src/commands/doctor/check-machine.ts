import { accessSync, constants, existsSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { availableMegabytes } from '../../available-memory';
import { isFetched } from '../../private-neo4j/distribution';
import { requireJava } from '../../private-neo4j/require-java';
import { mavenVersion } from '../../private-neo4j/run-maven';
import { loadEngine } from '../../recommender/engine/load-engine';
import type { Settings } from '../../settings';
import { type Check, fail, failedBy, ok, skip, warn } from './check';

const MIN_NODE = [20, 19] as const;
/** Memory of the server with a training run, and of the private Neo4j, in megabytes. */
const SERVICE_MB = 1_000;
const PRIVATE_NEO4J_MB = 1_500;
/** Disk space of Neo4j, the class archive and a store, in megabytes. */
const HOME_MB = 700;

/** Checks the machine: Node, engine, memory, and Java, Maven and disk space if a private Neo4j is used. */
export async function checkMachine(settings: Settings): Promise<Check[]> {
  const isPrivate = !settings.neo4j;
  const ownGraph = 'not needed, because NEO4J_URI is set';
  return [
    checkNode(),
    await checkEngine(settings),
    checkMemory(isPrivate ? SERVICE_MB + PRIVATE_NEO4J_MB : SERVICE_MB),
    isPrivate ? await checkJava() : skip('Java', ownGraph),
    isPrivate ? await checkMaven(settings.home) : skip('Maven', ownGraph),
    isPrivate ? await checkHome(settings.home) : skip('Home', ownGraph),
  ];
}

function checkNode(): Check {
  const [major, minor] = process.versions.node.split('.').map(Number);
  const isSupported = major > MIN_NODE[0] || (major === MIN_NODE[0] && minor >= MIN_NODE[1]);
  return isSupported
    ? ok('Node', process.versions.node)
    : fail('Node', process.versions.node, `Install Node ${MIN_NODE.join('.')} or later.`);
}

async function checkEngine({ engine }: Settings): Promise<Check> {
  try {
    const { name, version, passedOver } = await loadEngine(engine);
    const found = `${name} ${version}`;
    return name === 'cpu' && passedOver.length > 0
      ? warn(
          'Engine',
          found,
          `Training is slow on this engine. ${passedOver[0].name}: ${passedOver[0].reason}`,
        )
      : ok('Engine', found);
  } catch (error) {
    return failedBy('Engine', error);
  }
}

function checkMemory(neededMb: number): Check {
  const freeMb = availableMegabytes();
  const found = `${freeMb} MB free`;
  return freeMb >= neededMb
    ? ok('Memory', found)
    : warn('Memory', found, `About ${neededMb} MB are needed. Close other programs or use a larger machine.`);
}

async function checkJava(): Promise<Check> {
  try {
    return ok('Java', await requireJava());
  } catch (error) {
    return failedBy('Java', error);
  }
}

async function checkMaven(home: string): Promise<Check> {
  if (isFetched(home)) return skip('Maven', 'not needed, because Neo4j is downloaded');
  try {
    return ok('Maven', await mavenVersion());
  } catch (error) {
    return failedBy('Maven', error);
  }
}

async function checkHome(home: string): Promise<Check> {
  const folder = nearestFolder(resolve(home));
  try {
    accessSync(folder, constants.W_OK);
  } catch {
    return fail('Home', `${resolve(home)} is not writable`, 'Change its permissions, or set REELGRAPH_HOME.');
  }
  const { bavail, bsize } = await statfs(folder);
  const freeMb = Math.round((bavail * bsize) / 2 ** 20);
  const found = `${resolve(home)}, ${freeMb} MB free`;
  return freeMb >= HOME_MB || isFetched(home)
    ? ok('Home', found)
    : warn(
        'Home',
        found,
        `A private Neo4j needs about ${HOME_MB} MB. Free some space, or set REELGRAPH_HOME.`,
      );
}

/** Returns the folder, or its nearest parent that exists. */
const nearestFolder = (folder: string): string =>
  existsSync(folder) || dirname(folder) === folder ? folder : nearestFolder(dirname(folder));
