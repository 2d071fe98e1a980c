import { PassThrough, pipeline, Transform, type Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { AppError } from '../../app-error';
import { IMPORT_LIMITS } from './import-limits';

/** A file of a source. Files that end in .gz are named and read as if they were not compressed. */
export interface SourceFile {
  /** The file's name without its folders, and without .gz. */
  readonly name: string;
  /** Size in bytes as stored; a compressed file is larger when it is read. */
  readonly storedBytes: number;
  /** Opens the decompressed content. Destroys the stream with an AppError if it exceeds IMPORT_LIMITS. */
  open(): Promise<Readable>;
}

/** Creates a source file that decompresses .gz and enforces the limits on its size. */
export function createSourceFile(
  storedName: string,
  storedBytes: number,
  openStored: () => Promise<Readable>,
): SourceFile {
  const isGzip = /\.t?gz$/i.test(storedName);
  return {
    name: storedName.replace(/\.gz$/i, '').replace(/\.tgz$/i, '.tar'),
    storedBytes,
    open: async () => {
      const stored = await openStored();
      const content = isGzip ? createGunzip() : new PassThrough();
      return join([stored, content, limitBytes(storedName, storedBytes)]);
    },
  };
}

/** Connects streams. An error in any of them destroys the last one. */
function join(streams: readonly [Readable, ...Transform[]]): Readable {
  return pipeline([...streams], () => {}) as unknown as Readable;
}

function limitBytes(name: string, storedBytes: number): Transform {
  const { fileBytes, ratio, ratioFromBytes } = IMPORT_LIMITS;
  let bytes = 0;
  return new Transform({
    highWaterMark: 2 ** 18,
    transform: (chunk: Buffer, _encoding, done) => {
      bytes += chunk.length;
      const isBomb = bytes > ratioFromBytes && bytes > ratio * storedBytes;
      if (bytes <= fileBytes && !isBomb) return done(null, chunk);
      const reason = isBomb
        ? `it has more than ${ratio} times its compressed size`
        : `it is larger than ${fileBytes} bytes`;
      done(new AppError('BAD_USER_INPUT', `${name} was not read: ${reason}. Unpack it if you trust it.`));
    },
  });
}

const CHECK = 'Check that the file is complete and readable.';

/** Reads the first bytes of a file, at most `limit`. @throws AppError BAD_USER_INPUT if it cannot be read */
export async function readStart(file: SourceFile, limit: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  try {
    const stream = await file.open();
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      chunks.push(chunk);
      bytes += chunk.length;
      if (bytes >= limit) break;
    }
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    throw new AppError('BAD_USER_INPUT', `Cannot read ${file.name}: ${(cause as Error).message}. ${CHECK}`, {
      cause,
    });
  }
  return Buffer.concat(chunks).subarray(0, limit);
}

/** Reads a whole file into memory. @throws AppError BAD_USER_INPUT if it is larger than IMPORT_LIMITS.tableBytes */
export async function readWhole(file: SourceFile): Promise<Buffer> {
  const content = await readStart(file, IMPORT_LIMITS.tableBytes + 1);
  if (content.length <= IMPORT_LIMITS.tableBytes) return content;
  throw new AppError(
    'BAD_USER_INPUT',
    `${file.name} is larger than ${IMPORT_LIMITS.tableBytes} bytes, the limit of a table.`,
  );
}

/** The files of a folder or an archive. */
export interface SourceFiles {
  /** The path that was opened, for messages. */
  readonly from: string;
  readonly files: readonly SourceFile[];
  close(): void;
}
