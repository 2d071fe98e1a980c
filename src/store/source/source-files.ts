import { createReadStream, promises as fs } from 'node:fs';
import { basename } from 'node:path';
import { AppError } from '../../app-error';
import { listFolder } from './list-folder';
import { listTar } from './list-tar';
import { listZip } from './list-zip';
import { createSourceFile, readStart, type SourceFile, type SourceFiles } from './source-file';

/**
 * Opens a folder, a zip, a tar (also compressed by gzip) or a single file to read from. If they contain no data but
 * exactly one archive, opens that archive.
 * @param holdsData whether a list of files is a data set
 * @throws AppError BAD_USER_INPUT if the path does not exist, cannot be read or contains no files
 */
export async function openSourceFiles(
  from: string,
  holdsData: (files: readonly SourceFile[]) => boolean,
): Promise<SourceFiles> {
  const stats = await fs.stat(from).catch((cause: unknown) => {
    throw new AppError('BAD_USER_INPUT', `Cannot open ${from}: ${reasonOf(cause)}.`, { cause });
  });
  const outer = stats.isDirectory()
    ? { from, files: await listReadableFolder(from), close: () => {} }
    : await openArchive(
        createSourceFile(basename(from), stats.size, async () => createReadStream(from)),
        from,
      );
  const archives = outer.files.filter(({ name }) => ARCHIVE.test(name));
  const isNested = archives.length === 1 && !holdsData(outer.files);
  if (isNested) {
    const inner = await openArchive(archives[0]);
    const close = () => {
      inner.close();
      outer.close();
    };
    return { from: `${from} (${archives[0].name})`, files: inner.files, close };
  }
  if (outer.files.length > 0) return outer;
  outer.close();
  throw new AppError('BAD_USER_INPUT', `${from} contains no files.`);
}

const ARCHIVE = /\.(zip|tar)$/i;

/** Opens a file by its content. Returns the members of a zip or tar archive, or the file itself. */
export async function openArchive(file: SourceFile, path?: string): Promise<SourceFiles> {
  const from = path ?? file.name;
  try {
    const start = await readStart(file, 512);
    if (start.subarray(0, 4).toString('latin1') === 'PK\u0003\u0004' || isEmptyZip(start)) {
      return await listZip(file, path);
    }
    if (start.subarray(257, 262).toString('latin1') === 'ustar') {
      return { from, files: await listTar(file), close: () => {} };
    }
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    const message = `Cannot read ${from}: ${(cause as Error).message.replace(/\.+$/, '')}. Check that the file is complete, or unpack it and pass the folder.`;
    throw new AppError('BAD_USER_INPUT', message, { cause });
  }
  if (ARCHIVE.test(file.name)) {
    const message = `${from} is neither a zip nor a tar archive. Check that the download is complete.`;
    throw new AppError('BAD_USER_INPUT', message);
  }
  return { from, files: [file], close: () => {} };
}

const isEmptyZip = (start: Buffer) => start.subarray(0, 4).toString('latin1') === 'PK\u0005\u0006';

async function listReadableFolder(folder: string): Promise<SourceFile[]> {
  try {
    return await listFolder(folder);
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    throw new AppError('BAD_USER_INPUT', `Cannot read ${folder}: ${reasonOf(cause)}.`, { cause });
  }
}

function reasonOf(cause: unknown): string {
  const { code, message } = cause as NodeJS.ErrnoException;
  if (code === 'ENOENT') return 'no such file or folder';
  return code === 'EACCES' ? 'permission denied' : message;
}
