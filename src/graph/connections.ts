import type { Driver } from 'neo4j-driver';
import { type GraphAddress, openDriver } from './open-driver';

/** The connections to a graph, which can be closed and opened again. */
export interface Connections {
  /** The driver for a new session. */
  driver(): Driver;
  /** Gives up all connections: new sessions open new ones, and running sessions end on theirs. */
  renew(): void;
  close(): Promise<void>;
}

/** Time that sessions get to end on connections that are given up. */
const RETIRING_MS = 10_000;

/** Keeps the connections to a graph. */
export function openConnections(address: GraphAddress): Connections {
  let driver = openDriver(address);
  const retiring = new Map<Driver, NodeJS.Timeout>();
  const retire = (old: Driver) => {
    clearTimeout(retiring.get(old));
    retiring.delete(old);
    closeSilently(old);
  };
  return {
    driver: () => driver,
    renew: () => {
      const old = driver;
      retiring.set(old, setTimeout(() => retire(old), RETIRING_MS).unref());
      driver = openDriver(address);
    },
    close: async () => {
      for (const old of [...retiring.keys()]) retire(old);
      await driver.close();
    },
  };
}

/** Connections that never change, for example those of a driver that the caller has configured. */
export const fixedConnections = (driver: Driver): Connections => ({
  driver: () => driver,
  renew: () => undefined,
  close: () => driver.close(),
});

/**
 * Closes a driver whose connections are given up. They may be dead, and then closing them fails or never ends: nothing
 * uses them any more, so the failure has no consequence.
 */
export function closeSilently(driver: Driver): void {
  driver.close().catch(() => undefined);
}
