import { execFile } from 'node:child_process';
import { existsSync, renameSync, rmSync } from 'node:fs';
import { promisify } from 'node:util';

const run = promisify(execFile);

/**
 * The path of the class archive (AppCDS), which shortens starts. There is one archive per Java version and set of jars.
 */
export const classArchive = (distribution: string, javaVersion: string): string =>
  `${distribution}-java-${javaVersion}.jsa`;

/** Java arguments that use the archive if it exists, and otherwise record the classes for it. */
export const archiveArguments = (archive: string): string[] =>
  existsSync(archive) ? [`-XX:SharedArchiveFile=${archive}`, '-Xshare:auto'] : ['-XX:+RecordDynamicDumpInfo'];

/**
 * Writes the archive of a running server, first under a temporary name. Without jcmd there is no archive, and starts
 * take longer.
 * @returns whether the archive exists now
 */
export async function writeClassArchive(archive: string, pid: number): Promise<boolean> {
  if (existsSync(archive)) return true;
  const draft = `${archive}.unfinished`;
  rmSync(draft, { force: true });
  try {
    await run('jcmd', [String(pid), 'VM.cds', 'dynamic_dump', draft]);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
  if (!existsSync(draft)) return false;
  renameSync(draft, archive);
  return true;
}
