import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { AppError } from '../app-error';

const run = promisify(execFile);

const LEAST = 17;
const WAY_OUT = `Install a Java of version ${LEAST} or 21 (openjdk, Temurin), or set NEO4J_URI to a graph of your own.`;

/**
 * The version of the Java on the path, such as 17.0.15.
 * @throws AppError CANNOT_START where there is none, or one that is too old
 */
export async function requireJava(): Promise<string> {
  const said = await run('java', ['-version']).catch((cause: unknown) => {
    throw new AppError('CANNOT_START', `Java is missing: the private graph runs on it. ${WAY_OUT}`, {
      cause,
    });
  });
  const version = /version "([^"]+)"/.exec(said.stderr + said.stdout)?.[1] ?? '';
  if (!(Number.parseInt(version, 10) >= LEAST)) {
    const message = `Java is of version ${version || 'unknown'}; the private graph needs ${LEAST} or later. ${WAY_OUT}`;
    throw new AppError('CANNOT_START', message);
  }
  return version;
}
