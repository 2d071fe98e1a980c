import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { KEEPER } from '../../src/private-neo4j/distribution';
import { readPid } from '../../src/private-neo4j/end-leftover';
import { runningProcess } from '../../src/private-neo4j/running-process';

const onPosix = process.platform === 'win32' ? describe.skip : describe;

onPosix('the keeper of a server', () => {
  let folder: string;
  beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'keeper-'))));
  afterAll(() => rmSync(folder, { recursive: true }));

  /** Runs a server that only sleeps under a keeper, in a separate process group. */
  const keep = async (): Promise<{ keeper: ChildProcess; server: number }> => {
    const pidFile = join(folder, 'pid');
    const command = [KEEPER, pidFile, join(folder, 'log'), 'sleep', '600'];
    const keeper = spawn(process.execPath, command, { stdio: ['pipe', 'ignore', 'inherit'], detached: true });
    for (;;) {
      await wait(50);
      const server = readPid(pidFile);
      if (server && runningProcess(server)?.command.startsWith('sleep')) return { keeper, server };
    }
  };
  it('keeps the server running through signals to the process group until the parent has ended', async () => {
    const { keeper, server } = await keep();
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.kill(-Number(keeper.pid), signal);
    await wait(300);
    expect(runningProcess(server)).toBeDefined();
    expect(keeper.exitCode).toBeNull();

    keeper.stdin?.end();
    await once(keeper, 'exit');
    expect(runningProcess(server)).toBeUndefined();
  });
});
