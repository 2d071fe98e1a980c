import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AppError } from '../../src/app-error';
import { lockHome } from '../../src/private-neo4j/lock-home';
import { runningProcess } from '../../src/private-neo4j/running-process';

const newHome = () => mkdtempSync(join(tmpdir(), 'reelgraph-home-'));

describe('lockHome', () => {
  it('gives a home to one holder at a time, and to the next when it is released', () => {
    const home = newHome();
    const lock = lockHome(home);
    expect(() => lockHome(home)).toThrow(new RegExp(`in use by process ${process.pid}.*REELGRAPH_HOME`));
    lock.release();
    lockHome(home).release();
    expect(readdirSync(home)).toEqual([]);
  });

  it('takes over from a process that has ended, and from one whose id was given away again', async () => {
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

  it('says so where the home cannot be written to', () => {
    const file = join(newHome(), 'file');
    writeFileSync(file, '');
    expect(() => lockHome(join(file, 'home'))).toThrow(/cannot be written to.*REELGRAPH_HOME/);
  });
});
