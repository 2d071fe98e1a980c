import { existsSync } from 'node:fs';
import { cp, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PEER_DEPENDENCIES } from '../../own-package';
import { findDependency, modulesFolder, readPackage } from './package-folders';
import { runProgram, WITHOUT_ENGINE } from './run-program';

const NAME = '@tensorflow/tfjs-node';

/** The folder of @tensorflow/tfjs-node. */
export const tfjsNodeFolder = (): string => join(modulesFolder(), NAME);

/**
 * Installs the JavaScript part of @tensorflow/tfjs-node, unless npm has installed it. Its dependencies go into a
 * separate node_modules folder, so that no other package changes.
 */
export async function restorePackage(downloads: string, environment: NodeJS.ProcessEnv): Promise<void> {
  const version = PEER_DEPENDENCIES[NAME];
  if (isComplete(version)) return;
  const stage = join(downloads, 'package');
  await rm(stage, { recursive: true, force: true });
  await mkdir(stage, { recursive: true });
  await writeFile(
    join(stage, 'package.json'),
    JSON.stringify({ private: true, dependencies: { [NAME]: version } }),
  );
  await runProgram({
    title: `Downloading ${NAME}`,
    command: 'npm',
    args: ['install', '--ignore-scripts', '--no-save', '--no-audit'],
    cwd: stage,
    environment,
    remedy: `Check that npm reaches its registry (npm ping), and run the command again. ${WITHOUT_ENGINE}`,
  });
  await moveIntoPlace(join(stage, 'node_modules'));
  await rm(stage, { recursive: true });
}

async function moveIntoPlace(staged: string): Promise<void> {
  const folder = tfjsNodeFolder();
  await rm(folder, { recursive: true, force: true });
  await cp(join(staged, NAME), folder, { recursive: true });
  await rm(join(staged, NAME), { recursive: true });
  await cp(staged, join(folder, 'node_modules'), { recursive: true, verbatimSymlinks: true });
}

function isComplete(version: string): boolean {
  const folder = tfjsNodeFolder();
  if (!existsSync(join(folder, 'package.json'))) return false;
  const installed = readPackage(folder);
  return (
    installed.version === version &&
    Object.keys(installed.dependencies ?? {}).every((name) => findDependency(folder, name))
  );
}
