import type { Server } from '../../src/private-neo4j/run-server';
import { silentLogger } from '../../src/logger';
import { superviseServer } from '../../src/private-neo4j/supervise-server';

/** A server that the test ends. */
function createServer() {
  let end: (reason: string) => void = () => undefined;
  const ended = new Promise<string>((resolve) => (end = resolve));
  const server: Server = { ended, stop: async () => end('stopped') };
  return { server, end };
}

describe('superviseServer', () => {
  const options = { logger: silentLogger, backoffMs: 1 };

  it('restarts a server that ends', async () => {
    const first = createServer();
    const second = createServer();
    let restarted: () => void = () => undefined;
    const restarting = new Promise<void>((resolve) => (restarted = resolve));
    const { stop } = superviseServer(first.server, {
      ...options,
      start: async () => {
        restarted();
        return second.server;
      },
    });
    first.end('killed');
    await restarting;
    await stop();
    expect(await second.server.ended).toBe('stopped');
  });

  it('restarts a server on request', async () => {
    const first = createServer();
    const second = createServer();
    const start = jest.fn(async () => second.server);
    const { restart, stop } = superviseServer(first.server, { ...options, start });
    await restart('it refused requests');
    while (start.mock.calls.length === 0) await new Promise((resolve) => setTimeout(resolve, 1));
    await stop();
    expect(await second.server.ended).toBe('stopped');
  });

  it('gives up after five failures in a row and names the last reason', async () => {
    const { server, end } = createServer();
    let starts = 0;
    const { failed, stop } = superviseServer(server, {
      ...options,
      start: () => Promise.reject(new Error(`no start ${++starts}`)),
    });
    end('killed');
    expect(await failed).toMatchObject({
      code: 'CANNOT_START',
      message: 'The private Neo4j failed 5 times in a row. Last reason: no start 4',
    });
    await stop();
  });

  it('does not restart a server that was stopped', async () => {
    const { server } = createServer();
    const start = jest.fn<Promise<Server>, []>();
    await superviseServer(server, { ...options, start }).stop();
    expect(start).not.toHaveBeenCalled();
  });
});
