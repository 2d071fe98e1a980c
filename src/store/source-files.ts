import { createReadStream, promises as fs } from 'node:fs';
import { basename, join } from 'node:path';
import type { Readable } from 'node:stream';
import * as yauzl from 'yauzl';
import { AppError } from '../app-error';

/** The files of a folder or a zip, by their names without the way to them. */
export interface SourceFiles {
  readonly names: readonly string[];
  open(name: string): Promise<Readable>;
  close(): void;
}

/**
 * Opens a folder or a zip to read from.
 * @throws AppError BAD_USER_INPUT where there is neither
 */
export async function openSourceFiles(from: string): Promise<SourceFiles> {
  const stats = await fs.stat(from).catch(() => undefined);
  if (stats?.isDirectory()) return openFolder(from);
  if (stats?.isFile()) return openZip(from);
  throw new AppError('BAD_USER_INPUT', `There is no folder and no zip at ${from}.`);
}

async function openFolder(folder: string): Promise<SourceFiles> {
  const names = await fs.readdir(folder);
  return { names, open: async (name) => createReadStream(join(folder, name)), close: () => {} };
}

async function openZip(path: string): Promise<SourceFiles> {
  try {
    const zip = await yauzl.openPromise(path, { autoClose: false });
    const entries = new Map<string, yauzl.Entry>();
    for await (const entry of zip.eachEntry()) {
      if (!entry.fileName.endsWith('/')) entries.set(basename(entry.fileName), entry);
    }
    return {
      names: [...entries.keys()],
      open: (name) => zip.openReadStreamPromise(entries.get(name) as yauzl.Entry),
      close: () => zip.close(),
    };
  } catch (error) {
    const message = `${path} is not a zip that can be read: ${(error as Error).message}. Unpack it and name the folder.`;
    throw new AppError('BAD_USER_INPUT', message, { cause: error });
  }
}
