import type { Driver } from 'neo4j-driver';
import { type GraphAddress, openDriver } from './open-driver';

/** The connections to a graph. They can be closed and reopened. */
export interface Connections {
  /** The driver for a new session. */
  driver(): Driver;
  /** Abandons all connections. New sessions open new ones; running sessions finish on theirs. */
  renew(): void;
  close(): Promise<void>;
}

/** How long sessions may take to finish on abandoned connections. */
const RETIRING_MS = 10_000;

/** Creates the connections to a graph. */
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

/** Returns connections that never change, such as those of a driver that the caller configured. */
export const fixedConnections = (driver: Driver): Connections => ({
  driver: () => driver,
  renew: () => undefined,
  close: () => driver.close(),
});

/**
 * Closes a driver whose connections are abandoned. Closing dead connections may fail or never end. The failure is
 * ignored, because the connections are no longer used.
 */
export function closeSilently(driver: Driver): void {
  driver.close().catch(() => undefined);
}
