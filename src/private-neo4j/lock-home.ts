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

/** A home that belongs to this process until it is released. */
export interface HomeLock {
  release(): void;
}

/**
 * Takes a home for this process, so that two services never share one, and makes it readable by its owner alone.
 * The lock of a process that has ended is taken over. The lock file is written and synced under another name and
 * then linked into place, so a running process never has a torn one.
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

/** Another process has the home. */
export class HomeInUse extends AppError {
  constructor(home: string, pid: number) {
    super(
      'CANNOT_START',
      `The home ${resolve(home)} is in use by process ${pid}. Stop that process, or set REELGRAPH_HOME to another folder.`,
    );
  }
}

/** Creates the folder, readable by its owner alone. A folder of another owner, such as a mounted volume, stays as it is. */
function makePrivate(home: string): void {
  mkdirSync(home, { recursive: true, mode: 0o700 });
  if (statSync(home).uid === process.getuid?.()) chmodSync(home, 0o700);
}

/** A process id is reused after a while; together with the start time it names one process. */
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
  // Another process may replace the stale lock before it is moved away here: what was moved is compared again.
  const aside = `${file}-${randomUUID()}`;
  if (!succeedsUnless('ENOENT', () => renameSync(file, aside))) return;
  if (readFileSync(aside, 'utf8') !== content) succeedsUnless('EEXIST', () => linkSync(aside, file));
  rmSync(aside, { force: true });
}

/** Returns the holder; undefined for a torn lock, which a crash of the machine leaves behind and no process holds. */
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
