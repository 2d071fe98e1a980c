import { randomUUID } from 'node:crypto';
import {
  chmodSync,
  closeSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { AppError } from '../app-error';
import { toHomeError } from './home-errors';
import { runningProcess } from './running-process';

/** A home that is locked by this process until it is released. */
export interface HomeLock {
  release(): void;
}

/**
 * Locks a home for this process, so that two servers never share it, and makes it readable by its owner only. Takes
 * over the lock of a process that has ended. The lock file is written and synced under a temporary name and then linked
 * into place, so that the lock of a running process is never incomplete.
 * @throws HomeInUse, or AppError CANNOT_START if the home cannot be written to
 */
export function lockHome(home: string): HomeLock {
  const file = join(home, 'lock');
  const draft = join(home, `lock-${randomUUID()}`);
  try {
    makePrivate(home);
    try {
      writeSynced(draft, JSON.stringify(ownIdentity()));
      while (!succeedsUnless('EEXIST', () => linkSync(draft, file))) removeStale(file, home);
    } finally {
      rmSync(draft, { force: true });
    }
  } catch (error) {
    throw toHomeError(error, home);
  }
  return { release: () => rmSync(file, { force: true }) };
}

/** Thrown if another process holds the home. */
export class HomeInUse extends AppError {
  constructor(home: string, pid: number) {
    super(
      'CANNOT_START',
      `The home ${resolve(home)} is in use by process ${pid}. Stop that process, or set REELGRAPH_HOME to another folder.`,
    );
  }
}

/**
 * Creates the folder, readable by its owner only. Does not change a folder of another owner, such as a mounted volume.
 */
function makePrivate(home: string): void {
  mkdirSync(home, { recursive: true, mode: 0o700 });
  if (statSync(home).uid === process.getuid?.()) chmodSync(home, 0o700);
}

/** Process ids are reused after a while. Together with the start time, an id is unique. */
const HOLDER = z.object({ pid: z.number().int(), started: z.string() });
type Holder = z.infer<typeof HOLDER>;

const ownIdentity = (): Holder => ({
  pid: process.pid,
  started: runningProcess(process.pid)?.started ?? '',
});

function writeSynced(file: string, content: string): void {
  const descriptor = openSync(file, 'w', 0o600);
  try {
    writeFileSync(descriptor, content);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** Removes a lock whose process has ended; @throws HomeInUse if it runs */
function removeStale(file: string, home: string): void {
  let content = '';
  if (!succeedsUnless('ENOENT', () => (content = readFileSync(file, 'utf8')))) return;
  const holder = parseHolder(content);
  if (holder && runningProcess(holder.pid)?.started === holder.started) throw new HomeInUse(home, holder.pid);
  // Another process may have replaced the stale lock before this process moved it, so compare it again.
  const aside = `${file}-${randomUUID()}`;
  if (!succeedsUnless('ENOENT', () => renameSync(file, aside))) return;
  if (readFileSync(aside, 'utf8') !== content) succeedsUnless('EEXIST', () => linkSync(aside, file));
  rmSync(aside, { force: true });
}

/**
 * Returns the holder; undefined if the lock file is incomplete after a crash of the machine, in which case no process
 * holds it.
 */
function parseHolder(content: string): Holder | undefined {
  try {
    return HOLDER.parse(JSON.parse(content));
  } catch {
    return undefined;
  }
}

function succeedsUnless(code: string, act: () => void): boolean {
  try {
    act();
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === code) return false;
    throw error;
  }
}
