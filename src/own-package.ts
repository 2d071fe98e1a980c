import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The parts of package.json that the program reads. */
interface OwnPackage {
  readonly version: string;
  readonly peerDependencies: Readonly<Record<string, string>>;
}

/** The folder of this package. The path is the same from src and from dist. */
export const PACKAGE_FOLDER = join(__dirname, '..');

const { version, peerDependencies } = JSON.parse(
  readFileSync(join(PACKAGE_FOLDER, 'package.json'), 'utf8'),
) as OwnPackage;

/** The version of this package. */
export const VERSION = version;

/** The ranges of the optional packages: the native engine and OpenTelemetry. */
export const PEER_DEPENDENCIES = peerDependencies;
