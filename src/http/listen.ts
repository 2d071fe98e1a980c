import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { AppError } from '../app-error';

/** Length of the queue of pending connections; the system may have a lower limit. */
const BACKLOG = 4_096;

/**
 * Starts listening.
 * @param port 0 for a free port
 * @returns the port
 * @throws AppError CANNOT_START if the port is taken or not permitted
 */
export function listen(server: Server, host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => {
      reject(new AppError('CANNOT_START', explain(cause, host, port), { cause }));
    });
    server.listen({ port, host, backlog: BACKLOG }, () => resolve((server.address() as AddressInfo).port));
  });
}

/** Checks that a port is free, before the slow steps of a start. */
export async function requireFreePort(host: string, port: number): Promise<void> {
  const probe = createServer();
  await listen(probe, host, port);
  await new Promise((resolve) => probe.close(resolve));
}

function explain({ code, message }: NodeJS.ErrnoException, host: string, port: number): string {
  const otherPort = port < 65_535 ? port + 1 : 4_000;
  switch (code) {
    case 'EADDRINUSE':
      return `Port ${port} is taken. Stop the other process, or choose another port: PORT=${otherPort} npm start.`;
    case 'EACCES':
      return `This user may not open port ${port}. Choose one above 1023: PORT=4000 npm start.`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return `Invalid HOST ${host}: this machine has no such address.`;
    default:
      return `Failed to listen on ${host}, port ${port}: ${message}.`;
  }
}
