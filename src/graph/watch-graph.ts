import { CircuitState, ConsecutiveBreaker, circuitBreaker, handleAll, isBrokenCircuitError } from 'cockatiel';
import { failureKind, isFromServer } from './graph-error';
import {
  createLosing,
  type GraphHealth,
  type GraphState,
  type GraphStatus,
  unavailable,
} from './graph-health';

/**
 * Sends a small statement.
 * @param patienceMs how long to wait for the response
 * @param onLateAnswer called if the response arrives later
 * @throws PROBE_TIMEOUT if the response does not arrive in time, otherwise the driver's error
 */
export type Probe = (patienceMs: number, onLateAnswer: () => void) => Promise<void>;

/** How the health of a graph is monitored. */
export interface HealthOptions {
  probe: Probe;
  /** Abandons all open connections. */
  dropConnections: () => void;
}

/** The reason for a probe's rejection if it times out. */
export const PROBE_TIMEOUT = new Error('The probe got no answer.');

/** Time between two probes while the graph responds. */
const INTERVAL_MS = 1_000;
/** Time between two probes otherwise. */
const RETRY_MS = 100;
/** Number of consecutive failed probes that opens the circuit. */
const FAILURES = 3;
/** How long the circuit stays open before a probe may close it. */
const HALF_OPEN_AFTER_MS = 400;
/** The graph counts as slow if a probe takes longer. */
const SLOW_MS = 500;
/** How long the graph counts as slow after it answered slowly, so that its state does not change with every probe. */
const REMAINS_SLOW_MS = 10_000;
/** The shortest and longest timeout of a probe. */
const MIN_PATIENCE_MS = 1_500;
const MAX_PATIENCE_MS = 6_000;
/** How long the graph counts as recovering after it responded again. */
const RECOVERY_MS = 15_000;
/** How long the graph counts as read-only after it refused a write. */
const READ_ONLY_MS = 30_000;

/**
 * Monitors a graph after `start` is called, and opens a circuit when the graph stops responding. The timeout of a probe
 * is a multiple of the time that earlier probes took, and late responses count: on a machine without free processors a
 * graph is slow, not away.
 */
export function watchGraph({ probe, dropConnections }: HealthOptions): GraphHealth {
  const circuit = circuitBreaker(handleAll, {
    halfOpenAfter: HALF_OPEN_AFTER_MS,
    breaker: new ConsecutiveBreaker(FAILURES),
  });
  const listeners: ((status: GraphStatus) => void)[] = [];
  let status: GraphStatus = { state: 'up', since: new Date() };
  let losing = createLosing();
  let answeredAt = 0;
  let usualMs = 0;
  /** Whether a probe is in progress. */
  let isSilent = false;
  let writeRefusedAt = -Infinity;
  let returnedAt = -Infinity;
  let slowAt = -Infinity;
  let timer: NodeJS.Timeout | undefined;
  let isProbing = false;
  let isWatching = false;
  let prepare = () => Promise.resolve();

  const enter = (state: GraphState, reason?: string): void => {
    if (state === status.state) return;
    status = { state, since: new Date(), reason };
    if (state === 'away' || state === 'refusing') lose(reason);
    else if (losing.signal.aborted) {
      losing = createLosing();
      returnedAt = performance.now();
    }
    for (const listener of listeners) listener(status);
  };

  /** Ends statements in flight. Their connections are not reused, because they may be dead without having failed. */
  const lose = (reason?: string): void => {
    dropConnections();
    losing.abort(unavailable(reason));
  };

  const enterAnswering = (milliseconds: number): void => {
    const isReadOnly = performance.now() - writeRefusedAt < READ_ONLY_MS;
    if (milliseconds > SLOW_MS) slowAt = performance.now();
    const isSlow = performance.now() - slowAt < REMAINS_SLOW_MS;
    if (isReadOnly) enter('read-only', REFUSES_WRITES);
    else if (isSlow) enter('slow', 'answers slowly');
    else enter('up');
  };

  const enterFailing = (error: unknown): void => {
    const reason = describe(error);
    if (circuit.state === CircuitState.Closed) enter('slow', reason);
    else enter(isFromServer(error) ? 'refusing' : 'away', reason);
  };

  const noteProbe = (startedAt: number): void => {
    usualMs += (performance.now() - startedAt - usualMs) / 4;
  };

  const probeOnce = async (startedAt: number): Promise<void> => {
    const patienceMs = Math.min(MAX_PATIENCE_MS, Math.max(MIN_PATIENCE_MS, 4 * usualMs));
    const onLateAnswer = () => {
      isSilent = false;
      answeredAt = performance.now();
      noteProbe(startedAt);
    };
    try {
      await probe(patienceMs, onLateAnswer);
      noteProbe(startedAt);
      // New connections work, but older ones do not.
      if (isSilent) dropConnections();
      isSilent = false;
    } catch (error) {
      if (error === PROBE_TIMEOUT) isSilent = true;
      // If another statement succeeded meanwhile, only the probe's own connection is broken.
      if (answeredAt < startedAt) throw error;
    }
  };

  const check = async (): Promise<void> => {
    if (isProbing || !isWatching) return;
    clearTimeout(timer);
    isProbing = true;
    const startedAt = performance.now();
    try {
      const tookMs = await circuit.execute(async () => {
        await probeOnce(startedAt);
        const milliseconds = performance.now() - startedAt;
        if (isWatching && losing.signal.aborted) await prepare();
        return milliseconds;
      });
      if (isWatching) enterAnswering(tookMs);
    } catch (error) {
      if (isWatching && !isBrokenCircuitError(error)) enterFailing(error);
    }
    isProbing = false;
    if (isWatching) timer = setTimeout(check, status.state === 'up' ? INTERVAL_MS : RETRY_MS).unref();
  };

  return {
    status: () => status,
    requireAnswer: () => {
      if (losing.signal.aborted) throw unavailable(status.reason);
    },
    lost: () => losing.signal,
    isRecovering: () => performance.now() - returnedAt < RECOVERY_MS,
    noteSuccess: (isWrite) => {
      answeredAt = performance.now();
      if (isWrite) writeRefusedAt = -Infinity;
    },
    noteFailure: (error) => {
      const kind = failureKind(error);
      if (kind === 'read-only') writeRefusedAt = performance.now();
      if (kind !== 'statement') void check();
    },
    onChange: (listener) => void listeners.push(listener),
    onReturn: (work) => {
      prepare = work;
    },
    start: () => {
      isWatching = true;
      timer = setTimeout(check, INTERVAL_MS).unref();
    },
    close: () => {
      isWatching = false;
      clearTimeout(timer);
    },
  };
}

const REFUSES_WRITES = 'refuses writes';

/** Completes the sentence "The graph database …". */
function describe(error: unknown): string {
  if (error === PROBE_TIMEOUT) return 'does not respond';
  if (!isFromServer(error)) return 'cannot be reached';
  return error.code.includes('.Security.') ? 'refuses the user or password' : 'refuses requests';
}
