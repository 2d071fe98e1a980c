import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/**
 * The modes of the proxy:
 * - `pass`: forwards everything.
 * - `hole`: accepts connections and forwards nothing. These connections stay silent for ever.
 * - `refuse`: resets every connection.
 * - `freeze`: forwards nothing until the mode changes, then forwards everything that was received.
 */
export type ProxyMode = 'pass' | 'hole' | 'refuse' | 'freeze';

/** A TCP proxy on loopback between a service and its graph that can misbehave. */
export interface BoltProxy {
  readonly port: number;
  set(mode: ProxyMode): void;
  /** Resets every open connection. */
  resetAll(): void;
  close(): void;
}

interface Pair {
  readonly client: Socket;
  readonly server: Socket;
  isSilent: boolean;
}

/** Starts a proxy for a port on loopback. */
export async function startBoltProxy(target: number): Promise<BoltProxy> {
  let mode: ProxyMode = 'pass';
  const pairs = new Set<Pair>();
  const sockets = new Set<Socket>();

  const forward = (pair: Pair, from: Socket, to: Socket) => {
    from.on('data', (chunk) => pair.isSilent || to.write(chunk));
    from.on('error', () => undefined);
    sockets.add(from);
    from.on('close', () => {
      sockets.delete(from);
      pairs.delete(pair);
      if (!pair.isSilent) to.destroy();
    });
    if (mode === 'freeze') from.pause();
  };
  const proxy = createServer((client) => {
    if (mode === 'refuse') return void client.on('error', () => undefined).resetAndDestroy();
    const pair = { client, server: connect(target, '127.0.0.1'), isSilent: mode === 'hole' };
    pairs.add(pair);
    forward(pair, client, pair.server);
    forward(pair, pair.server, client);
  });
  const each = (act: (pair: Pair) => void) => {
    for (const pair of [...pairs]) act(pair);
  };
  const resetAll = () =>
    each(({ client, server }) => {
      client.resetAndDestroy();
      server.destroy();
    });

  proxy.listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  return {
    port: (proxy.address() as AddressInfo).port,
    set: (next) => {
      mode = next;
      if (mode === 'hole') each((pair) => (pair.isSilent = true));
      if (mode === 'refuse') resetAll();
      for (const end of ['client', 'server'] as const) {
        each((pair) => (mode === 'freeze' ? pair[end].pause() : pair[end].resume()));
      }
    },
    resetAll,
    close: () => {
      for (const socket of sockets) socket.destroy();
      proxy.close();
    },
  };
}
