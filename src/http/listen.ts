import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { AppError } from '../app-error';

/**
 * Lets a server listen.
 * @returns its port, which the system chose where `port` is 0
 * @throws AppError CANNOT_START where the port is taken or may not be used
 */
export function listen(server: Server, host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => {
      reject(new AppError('CANNOT_START', explain(cause, host, port), { cause }));
    });
    server.listen(port, host, () => resolve((server.address() as AddressInfo).port));
  });
}

/** Makes sure that a port can be had, before anything that takes long is started for it. */
export async function requireFreePort(host: string, port: number): Promise<void> {
  const probe = createServer();
  await listen(probe, host, port);
  await new Promise((resolve) => probe.close(resolve));
}

function explain({ code, message }: NodeJS.ErrnoException, host: string, port: number): string {
  const otherPort = port < 65_535 ? port + 1 : 4_000;
  switch (code) {
    case 'EADDRINUSE':
      return `Port ${port} is taken. Stop what listens there, or choose another one: PORT=${otherPort} npm start.`;
    case 'EACCES':
      return `Port ${port} may not be used by this user. Choose one above 1023: PORT=4000 npm start.`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return `This machine has no address ${host}. Correct HOST.`;
    default:
      return `The service cannot listen on ${host}, port ${port}: ${message}.`;
  }
}
