import { execFile } from 'node:child_process';
import { existsSync, renameSync, rmSync } from 'node:fs';
import { promisify } from 'node:util';

const run = promisify(execFile);

/**
 * The archive of loaded classes that makes later starts quicker (AppCDS): one for each version of Java and
 * each set of jars, which lie beside it.
 */
export const classArchive = (distribution: string, javaVersion: string): string =>
  `${distribution}-java-${javaVersion}.jsa`;

/** What java is told: use the archive where there is one, else note what an archive needs. */
export const archiveArguments = (archive: string): string[] =>
  existsSync(archive) ? [`-XX:SharedArchiveFile=${archive}`, '-Xshare:auto'] : ['-XX:+RecordDynamicDumpInfo'];

/**
 * Writes the archive from a running server. It appears when it is whole. Where the Java installation has no
 * jcmd, later starts just take longer.
 * @returns whether there is an archive now
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
