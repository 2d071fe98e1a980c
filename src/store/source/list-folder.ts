import { createReadStream, promises as fs } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '../../app-error';
import { IMPORT_LIMITS } from './import-limits';
import { isMetadata } from './is-metadata';
import { createSourceFile, type SourceFile } from './source-file';

/** Lists the files of a folder and its subfolders, those of outer folders first. */
export async function listFolder(folder: string): Promise<SourceFile[]> {
  const files: SourceFile[] = [];
  let folders = [folder];
  for (let depth = 0; depth < IMPORT_LIMITS.depth && folders.length > 0; depth++) {
    const inner: string[] = [];
    for (const path of folders) {
      for (const entry of await fs.readdir(path, { withFileTypes: true })) {
        const entryPath = join(path, entry.name);
        if (isMetadata(entryPath.slice(folder.length))) continue;
        const stats = await fs.stat(entryPath);
        if (stats.isDirectory()) inner.push(entryPath);
        if (!stats.isFile()) continue;
        files.push(createSourceFile(entry.name, stats.size, async () => createReadStream(entryPath)));
        if (files.length > IMPORT_LIMITS.files) throw tooManyFiles(folder);
      }
    }
    folders = inner;
  }
  return files;
}

/** Creates the error for a folder or archive with more files than IMPORT_LIMITS.files. */
export const tooManyFiles = (from: string): AppError =>
  new AppError(
    'BAD_USER_INPUT',
    `${from} contains more than ${IMPORT_LIMITS.files} files. Pass a folder that contains only the data set.`,
  );
