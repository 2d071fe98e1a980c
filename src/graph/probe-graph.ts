import { setTimeout as pause } from 'node:timers/promises';
import neo4j, { type Driver } from 'neo4j-driver';
import { closeSilently } from './connections';
import { isFromServer } from './graph-error';
import { type Probe, PROBE_TIMEOUT } from './watch-graph';
import { type GraphAddress, openDriver } from './open-driver';

/** Sends probes over a separate connection. */
export interface GraphProbe {
  probe: Probe;
  close(): Promise<void>;
}

/** How long to wait for a late response. */
const LATE_MS = 15_000;
/** If this process was busy itself, the response may have arrived already. It is read within this time. */
const GRACE_MS = 300;

const CONFIG = {
  connectionTimeout: LATE_MS,
  connectionAcquisitionTimeout: LATE_MS,
  connectionLivenessCheckTimeout: undefined,
  maxConnectionPoolSize: 1,
};

/** Opens a connection for probes. If a probe fails or is late, the next one opens a new connection. */
export function openProbe(address: GraphAddress): GraphProbe {
  let driver = openDriver(address, CONFIG);
  /** Drivers whose response is late. */
  const late = new Set<Driver>();

  const send = async (): Promise<'answered'> => {
    const session = driver.session({ database: address.database, defaultAccessMode: neo4j.session.READ });
    try {
      await session.run('RETURN 1');
      return 'answered';
    } finally {
      void session.close();
    }
  };
  const renew = (): Driver => {
    const old = driver;
    driver = openDriver(address, CONFIG);
    return old;
  };
  const giveUp = (old: Driver) => {
    late.delete(old);
    closeSilently(old);
  };
  const silence = async (milliseconds: number): Promise<'silent'> => {
    await pause(milliseconds, undefined, { ref: false });
    await pause(GRACE_MS, undefined, { ref: false });
    return 'silent';
  };

  return {
    probe: async (patienceMs, onLateAnswer) => {
      const sent = send();
      try {
        if ((await Promise.race([sent, silence(patienceMs)])) === 'answered') return;
      } catch (error) {
        if (!isFromServer(error)) closeSilently(renew());
        throw error;
      }
      const old = renew();
      late.add(old);
      const answered = sent.then(onLateAnswer, () => undefined);
      void Promise.race([answered, silence(LATE_MS)]).then(() => giveUp(old));
      throw PROBE_TIMEOUT;
    },
    close: async () => {
      for (const old of late) giveUp(old);
      await driver.close();
    },
  };
}
