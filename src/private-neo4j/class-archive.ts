import { execFile } from 'node:child_process';
import { existsSync, renameSync, rmSync } from 'node:fs';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** The path of the class archive (AppCDS), which shortens starts; there is one for each Java version and set of jars. */
export const classArchive = (distribution: string, javaVersion: string): string =>
  `${distribution}-java-${javaVersion}.jsa`;

/** Java arguments that use the archive if it exists, and otherwise record what an archive needs. */
export const archiveArguments = (archive: string): string[] =>
  existsSync(archive) ? [`-XX:SharedArchiveFile=${archive}`, '-Xshare:auto'] : ['-XX:+RecordDynamicDumpInfo'];

/**
 * Writes the archive from a running server, under another name first. Without jcmd there is no archive and starts
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
