import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AppError } from '../../src/app-error';
import { lockHome } from '../../src/private-neo4j/lock-home';
import { runningProcess } from '../../src/private-neo4j/running-process';

const newHome = () => mkdtempSync(join(tmpdir(), 'reelgraph-home-'));

describe('lockHome', () => {
  it('locks a home for one holder until it is released', () => {
    const home = newHome();
    const lock = lockHome(home);
    expect(() => lockHome(home)).toThrow(new RegExp(`in use by process ${process.pid}.*REELGRAPH_HOME`));
    lock.release();
    lockHome(home).release();
    expect(readdirSync(home)).toEqual([]);
  });

  it('takes over the lock of a process that has ended, even if its id was reused', async () => {
    const home = newHome();
    const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
    const holder = { pid: child.pid, started: runningProcess(child.pid as number)?.started };
    writeFileSync(join(home, 'lock'), JSON.stringify(holder));
    expect(() => lockHome(home)).toThrow(AppError);
    child.kill('SIGKILL');
    await once(child, 'exit');
    lockHome(home).release();
    writeFileSync(join(home, 'lock'), JSON.stringify({ pid: process.pid, started: 'long ago' }));
    lockHome(home).release();
  });

  it.each(['', '{"pid": 12', '{}', 'null'])('takes over an incomplete lock: %j', (content) => {
    const home = newHome();
    writeFileSync(join(home, 'lock'), content);
    lockHome(home).release();
    expect(readdirSync(home)).toEqual([]);
  });

  it('makes the home readable by its owner only', () => {
    const home = join(newHome(), 'new', 'home');
    lockHome(home).release();
    expect(statSync(home).mode & 0o777).toBe(0o700);
    const existing = join(newHome(), 'existing');
    mkdirSync(existing, { mode: 0o755 });
    lockHome(existing).release();
    expect(statSync(existing).mode & 0o777).toBe(0o700);
  });

  it('reports a home that cannot be written to', () => {
    const file = join(newHome(), 'file');
    writeFileSync(file, '');
    expect(() => lockHome(join(file, 'home'))).toThrow(/Cannot write to the home .*REELGRAPH_HOME/);
  });
});
