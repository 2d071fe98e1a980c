import { setTimeout as pause } from 'node:timers/promises';
import neo4j from 'neo4j-driver';
import { closeSilently } from './connections';
import { isFromServer } from './graph-error';
import { PROBE_TIMEOUT } from './graph-health';
import { type GraphAddress, openDriver } from './open-driver';

/** Sends probes over a connection of its own. */
export interface GraphProbe {
  /** @throws PROBE_TIMEOUT if no answer came in time, else the driver's error */
  probe(): Promise<void>;
  close(): Promise<void>;
}

const TIMEOUT_MS = 1_500;
/** If this process was busy itself, the answer may have arrived already and is read in this time. */
const GRACE_MS = 300;

const CONFIG = {
  connectionTimeout: TIMEOUT_MS,
  connectionAcquisitionTimeout: TIMEOUT_MS,
  connectionLivenessCheckTimeout: undefined,
  maxConnectionPoolSize: 1,
  maxTransactionRetryTime: 0,
};

/** Opens a connection for probes. After a probe that the server did not answer, the next one opens a new connection. */
export function openProbe(address: GraphAddress): GraphProbe {
  let driver = openDriver(address, CONFIG);

  const send = async (): Promise<'answered'> => {
    const session = driver.session({ database: address.database, defaultAccessMode: neo4j.session.READ });
    try {
      await session.run('RETURN 1');
      return 'answered';
    } finally {
      void session.close();
    }
  };
  const renew = () => {
    closeSilently(driver);
    driver = openDriver(address, CONFIG);
  };
  const timeOut = async (): Promise<'silent'> => {
    await pause(TIMEOUT_MS, undefined, { ref: false });
    await pause(GRACE_MS, undefined, { ref: false });
    return 'silent';
  };

  return {
    probe: async () => {
      try {
        if ((await Promise.race([send(), timeOut()])) === 'answered') return;
        throw PROBE_TIMEOUT;
      } catch (error) {
        if (!isFromServer(error)) renew();
        throw error;
      }
    },
    close: () => driver.close(),
  };
}
