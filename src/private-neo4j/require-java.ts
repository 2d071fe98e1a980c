import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { AppError } from '../app-error';

const run = promisify(execFile);

const MIN_VERSION = 17;
const ADVICE = `Install Java ${MIN_VERSION}, 21 or 25 (OpenJDK, Temurin), or set NEO4J_URI to use a graph database of your own.`;

/**
 * Returns the version of Java on the PATH, such as 17.0.15.
 * @throws AppError CANNOT_START if Java is missing or too old
 */
export async function requireJava(): Promise<string> {
  const said = await run('java', ['-version']).catch((cause: unknown) => {
    throw new AppError('CANNOT_START', `Java is missing; the private Neo4j needs it. ${ADVICE}`, {
      cause,
    });
  });
  const version = /version "([^"]+)"/.exec(said.stderr + said.stdout)?.[1] ?? '';
  if (!(Number.parseInt(version, 10) >= MIN_VERSION)) {
    const message = `Java ${version || 'of unknown version'} is too old; the private Neo4j needs ${MIN_VERSION} or later. ${ADVICE}`;
    throw new AppError('CANNOT_START', message);
  }
  return version;
}
