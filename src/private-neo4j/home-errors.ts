import { statfs } from 'node:fs/promises';
import { resolve } from 'node:path';
import { AppError } from '../app-error';

const FULL = new Set(['ENOSPC', 'EDQUOT']);
const DENIED = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOTDIR']);

/** Converts an error from writing to a home into an AppError with advice; returns every other error unchanged. */
export function toHomeError(cause: unknown, home: string): unknown {
  const code = (cause as NodeJS.ErrnoException | undefined)?.code ?? '';
  if (FULL.has(code)) return diskFull(home, '', cause);
  if (!DENIED.has(code)) return cause;
  const message = `Cannot write to the home ${resolve(home)} (${code}). Make it writable, or set REELGRAPH_HOME to another folder.`;
  return new AppError('CANNOT_START', message, { cause });
}

/**
 * Checks that the disk of a home has enough free space, before anything is written.
 * @param megabytes the required space
 * @throws AppError CANNOT_START
 */
export async function requireSpace(home: string, megabytes: number): Promise<void> {
  const { bavail, bsize } = await statfs(home);
  const free = Math.floor((bavail * bsize) / 2 ** 20);
  if (free < megabytes) throw diskFull(home, ` ${free} MB are free, and ${megabytes} MB are needed.`);
}

const diskFull = (home: string, detail: string, cause?: unknown) =>
  new AppError(
    'CANNOT_START',
    `The disk of the home ${resolve(home)} is full.${detail} Free some space, or set REELGRAPH_HOME to a folder on another disk.`,
    { cause },
  );
