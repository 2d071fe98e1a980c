import { basename } from 'node:path';
import { PassThrough, type Readable } from 'node:stream';
import { Parser, type ReadEntry } from 'tar';
import { AppError } from '../../app-error';
import { IMPORT_LIMITS } from './import-limits';
import { isMetadata } from './is-metadata';
import { tooManyFiles } from './list-folder';
import { createSourceFile, type SourceFile } from './source-file';

/** Lists the members of a tar archive. Opening a member reads the archive up to that member. */
export async function listTar(tar: SourceFile): Promise<SourceFile[]> {
  const members: SourceFile[] = [];
  await eachEntry(tar.name, await tar.open(), (entry) => {
    const { path, size } = entry;
    if (entry.type === 'File' || entry.type === 'OldFile') {
      if (!isMetadata(path)) {
        members.push(createSourceFile(basename(path), size, () => openMember(tar, path)));
      }
      if (members.length > IMPORT_LIMITS.files) throw tooManyFiles(tar.name);
    }
    entry.resume();
  });
  return members;
}

async function openMember(tar: SourceFile, path: string): Promise<Readable> {
  const stream = await tar.open();
  const content = new PassThrough();
  // A reader may close the content before its end.
  content.on('close', () => stream.destroy());
  let isFound = false;
  eachEntry(tar.name, stream, (entry) => {
    if (entry.path !== path || isFound) return entry.resume();
    isFound = true;
    entry.on('data', (chunk: Buffer) => {
      if (!content.write(chunk)) {
        entry.pause();
        content.once('drain', () => entry.resume());
      }
    });
    entry.on('end', () => content.end());
  }).catch((error: Error) => content.destroy(error));
  return content;
}

/** Calls `use` with each entry, which must be read to its end. */
function eachEntry(name: string, stream: Readable, use: (entry: ReadEntry) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = (cause: Error) => {
      reject(
        cause instanceof AppError
          ? cause
          : new AppError(
              'BAD_USER_INPUT',
              `Cannot read ${name}: ${cause.message.replace(/\.$/, '')}. Check that the file is complete, for example by downloading it again.`,
              { cause },
            ),
      );
    };
    const parser = new Parser({
      strict: true,
      onReadEntry: (entry) => {
        try {
          use(entry);
        } catch (error) {
          fail(error as Error);
          entry.resume();
        }
      },
    });
    parser.on('error', fail);
    parser.on('end', () => resolve());
    stream.on('error', fail);
    stream.pipe(parser as unknown as NodeJS.WritableStream);
  });
}
