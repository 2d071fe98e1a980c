import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { PACKAGE_FOLDER } from '../../own-package';

/** The parts of a package.json that are read here. */
export interface PackageFile {
  readonly version: string;
  readonly dependencies?: Readonly<Record<string, string>>;
}

export const readPackage = (folder: string): PackageFile =>
  JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as PackageFile;

/** The node_modules folder for the engine: the one that reelgraph is installed in, or that of a checkout. */
export const modulesFolder = (): string =>
  basename(dirname(PACKAGE_FOLDER)) === 'node_modules'
    ? dirname(PACKAGE_FOLDER)
    : join(PACKAGE_FOLDER, 'node_modules');

/** Returns the folder of a package, inside another package or next to it; undefined if it is in neither. */
export const findDependency = (folder: string, name: string): string | undefined =>
  [join(folder, 'node_modules', name), join(modulesFolder(), name)].find(existsSync);
