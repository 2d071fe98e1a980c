import { existsSync } from 'node:fs';
import { cp, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { AppError } from '../../app-error';
import { modulesFolder, ownLockFile, ownPackage, packagesIn, readPackage } from './package-folders';
import { runProgram, WITHOUT_ENGINE } from './run-program';

const NAME = '@tensorflow/tfjs-node';

/** The folder of @tensorflow/tfjs-node. */
export const tfjsNodeFolder = (): string => join(modulesFolder(), NAME);

/**
 * Installs the JavaScript part of @tensorflow/tfjs-node if npm left it out, with its dependencies in a separate
 * node_modules folder, so that no other package changes.
 */
export async function restorePackage(downloads: string, environment: NodeJS.ProcessEnv): Promise<void> {
  const version = ownPackage().optionalDependencies?.[NAME] ?? '';
  if (isComplete(version)) return;
  const stage = join(downloads, 'package');
  await rm(stage, { recursive: true, force: true });
  await mkdir(stage, { recursive: true });
  await writeFile(
    join(stage, 'package.json'),
    JSON.stringify({ private: true, dependencies: { [NAME]: version } }),
  );
  const lockFile = ownLockFile();
  if (lockFile) await cp(lockFile, join(stage, 'package-lock.json'));
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
  const inner = join(staged, NAME, 'node_modules');
  for (const name of await packagesIn(staged)) {
    if (name === NAME || isShared(name, staged)) continue;
    await mkdir(dirname(join(inner, name)), { recursive: true });
    await rename(join(staged, name), join(inner, name));
  }
  await rm(tfjsNodeFolder(), { recursive: true, force: true });
  await cp(join(staged, NAME), tfjsNodeFolder(), { recursive: true });
}

function isComplete(version: string): boolean {
  const folder = tfjsNodeFolder();
  if (!existsSync(join(folder, 'package.json'))) return false;
  const installed = readPackage(folder);
  return (
    installed.version === version &&
    Object.keys(installed.dependencies ?? {}).every((name) =>
      [join(folder, 'node_modules'), modulesFolder()].some((modules) => existsSync(join(modules, name))),
    )
  );
}

/** Whether tfjs-node can use a direct dependency of reelgraph. */
function isShared(name: string, staged: string): boolean {
  const installed = join(modulesFolder(), name);
  if (!ownPackage().dependencies?.[name] || !existsSync(installed)) return false;
  const [ours, theirs] = [installed, join(staged, name)].map((folder) => readPackage(folder).version);
  if (ours !== theirs && name.startsWith('@tensorflow/')) {
    throw new AppError(
      'CANNOT_START',
      `${name} ${ours} is installed, but tfjs-node needs ${theirs}. Install the same version of both.`,
    );
  }
  return ours === theirs;
}
