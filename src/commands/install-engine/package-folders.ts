import { existsSync, readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** The package.json of reelgraph, the same seen from src/ and from dist/. */
const OWN_PACKAGE = join(__dirname, '..', '..', '..', 'package.json');

/** The parts of a package.json that are read here. */
export interface PackageFile {
  readonly version: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

export const readPackage = (folder: string): PackageFile =>
  JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as PackageFile;

/** The package.json of reelgraph itself. */
export const ownPackage = (): PackageFile => readPackage(dirname(OWN_PACKAGE));

/** The lock file of a development checkout. A published package has none. */
export const ownLockFile = (): string | undefined => {
  const file = join(dirname(OWN_PACKAGE), 'package-lock.json');
  return existsSync(file) ? file : undefined;
};

/**
 * The node_modules folder that holds @tensorflow/tfjs-core. The engine is installed there, because a second copy of the
 * core would register a second engine.
 */
export const modulesFolder = (): string =>
  join(dirname(require.resolve('@tensorflow/tfjs-core/package.json')), '..', '..');

/** The names of the packages in a node_modules folder, scoped ones included. */
export async function packagesIn(modules: string): Promise<string[]> {
  const names = (await readdir(modules)).filter((name) => !name.startsWith('.'));
  const scopes = names.filter((name) => name.startsWith('@'));
  const scoped = await Promise.all(
    scopes.map(async (scope) => (await readdir(join(modules, scope))).map((name) => `${scope}/${name}`)),
  );
  return [...names.filter((name) => !name.startsWith('@')), ...scoped.flat()];
}
