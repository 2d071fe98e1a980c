import { randomUUID } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { AppError } from '../app-error';
import { runningProcess } from './running-process';

/** A home that belongs to this process until it is released. */
export interface HomeLock {
  release(): void;
}

/**
 * Takes a home for this process, so that two services never share one. A lock whose process has ended, by
 * whatever means, is taken over. The lock file appears whole or not at all, since it is linked into place.
 * @throws HomeInUse, or AppError CANNOT_START where the home cannot be written to
 */
export function lockHome(home: string): HomeLock {
  const file = join(home, 'lock');
  const draft = join(home, `lock-${randomUUID()}`);
  writeDraft(home, draft);
  try {
    while (!appears(() => linkSync(draft, file))) takeAway(file, home);
  } finally {
    rmSync(draft, { force: true });
  }
  return { release: () => rmSync(file, { force: true }) };
}

/** Another process has the home. */
export class HomeInUse extends AppError {
  constructor(home: string, pid: number) {
    super(
      'CANNOT_START',
      `The home ${resolve(home)} is in use by process ${pid}. Stop that one, or choose another home with REELGRAPH_HOME.`,
    );
  }
}

interface Holder {
  pid: number;
  started: string;
}

function writeDraft(home: string, draft: string): void {
  const mine: Holder = { pid: process.pid, started: runningProcess(process.pid)?.started ?? '' };
  try {
    mkdirSync(home, { recursive: true });
    writeFileSync(draft, JSON.stringify(mine));
  } catch (cause) {
    const message = `The home ${resolve(home)} cannot be written to. Make it writable, or name another with REELGRAPH_HOME.`;
    throw new AppError('CANNOT_START', message, { cause });
  }
}

/** Removes a lock that nobody holds any more; throws where somebody does. */
function takeAway(file: string, home: string): void {
  let content = '';
  if (!exists(() => (content = readFileSync(file, 'utf8')))) return;
  const { pid, started } = JSON.parse(content) as Holder;
  if (runningProcess(pid)?.started === started) {
    throw new HomeInUse(home, pid);
  }
  // Another start may replace the stale lock between the look and the removal: what is moved away is looked at again.
  const aside = `${file}-${randomUUID()}`;
  if (!exists(() => renameSync(file, aside))) return;
  if (readFileSync(aside, 'utf8') !== content) appears(() => linkSync(aside, file));
  rmSync(aside, { force: true });
}

const exists = (act: () => void) => succeedsUnless('ENOENT', act);
const appears = (act: () => void) => succeedsUnless('EEXIST', act);

function succeedsUnless(code: string, act: () => void): boolean {
  try {
    act();
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === code) return false;
    throw error;
  }
}
