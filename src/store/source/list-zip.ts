import { basename } from 'node:path';
import * as yauzl from 'yauzl';
import { AppError } from '../../app-error';
import { IMPORT_LIMITS } from './import-limits';
import { isMetadata } from './is-metadata';
import { tooManyFiles } from './list-folder';
import { createSourceFile, readWhole, type SourceFile, type SourceFiles } from './source-file';

/**
 * Lists the members of a zip archive.
 * @param path the path of the archive on disk; without it, the archive is read into memory
 * @throws AppError BAD_USER_INPUT if a member is encrypted
 */
export async function listZip(file: SourceFile, path?: string): Promise<SourceFiles> {
  const from = path ?? file.name;
  const options = { autoClose: false };
  const zip = path
    ? await yauzl.openPromise(path, options)
    : await yauzl.fromBufferPromise(await readWhole(file), options);
  const files: SourceFile[] = [];
  try {
    for await (const entry of zip.eachEntry()) {
      const { fileName, compressedSize } = entry;
      if (fileName.endsWith('/') || isMetadata(fileName)) continue;
      if (entry.isEncrypted()) {
        throw new AppError('BAD_USER_INPUT', `${from} is encrypted. Unpack it and pass the folder.`);
      }
      files.push(
        createSourceFile(basename(fileName), compressedSize, () => zip.openReadStreamPromise(entry)),
      );
      if (files.length > IMPORT_LIMITS.files) throw tooManyFiles(from);
    }
  } catch (error) {
    zip.close();
    throw error;
  }
  return { from, files, close: () => zip.close() };
}
