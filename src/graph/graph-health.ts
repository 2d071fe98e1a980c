import { setMaxListeners } from 'node:events';
import { CircuitState, ConsecutiveBreaker, circuitBreaker, handleAll, isBrokenCircuitError } from 'cockatiel';
import { AppError } from '../app-error';
import { failureKind, isFromServer } from './graph-error';

/**
 * - `up`: the graph responds.
 * - `slow`: the graph responds late, or one probe failed and the next one decides.
 * - `away`: connections fail or time out. Statements are refused immediately.
 * - `refusing`: the graph responds to probes with an error, for example because the password was changed or the
 *   database is stopped. Statements are refused immediately.
 * - `read-only`: the graph refused the last write.
 */
export type GraphState = 'up' | 'slow' | 'away' | 'refusing' | 'read-only';

/** The state of the graph, when it began, and why it is not `up`. The reason contains neither addresses nor values. */
export interface GraphStatus {
  readonly state: GraphState;
  readonly since: Date;
  readonly reason?: string;
}

/** Monitors whether the graph responds. */
export interface GraphHealth {
  status(): GraphStatus;
  /** @throws AppError GRAPH_UNAVAILABLE while the graph does not respond */
  requireAnswer(): void;
  /** Returns a signal that aborts, with GRAPH_UNAVAILABLE as its reason, when the graph stops responding. */
  lost(): AbortSignal;
  /** Records that a statement succeeded. */
  noteSuccess(isWrite: boolean): void;
  /** Records that a statement failed. A failed connection triggers a probe. */
  noteFailure(error: unknown): void;
  onChange(listener: (status: GraphStatus) => void): void;
  /** Starts probing the graph every second. */
  start(): void;
  /** Stops probing. */
  close(): void;
}

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
/** The shortest and longest timeout of a probe. */
const MIN_PATIENCE_MS = 1_500;
const MAX_PATIENCE_MS = 6_000;
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
  let timer: NodeJS.Timeout | undefined;
  let isProbing = false;
  let isWatching = false;

  const enter = (state: GraphState, reason?: string): void => {
    if (state === status.state) return;
    status = { state, since: new Date(), reason };
    if (state === 'away' || state === 'refusing') lose(reason);
    else if (losing.signal.aborted) losing = createLosing();
    for (const listener of listeners) listener(status);
  };

  /** Ends statements in flight. Their connections are not reused, because they may be dead without having failed. */
  const lose = (reason?: string): void => {
    dropConnections();
    losing.abort(unavailable(reason));
  };

  const enterAnswering = (milliseconds: number): void => {
    const isReadOnly = performance.now() - writeRefusedAt < READ_ONLY_MS;
    if (isReadOnly) enter('read-only', REFUSES_WRITES);
    else if (milliseconds > SLOW_MS) enter('slow', 'answers slowly');
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
      await circuit.execute(() => probeOnce(startedAt));
      if (isWatching) enterAnswering(performance.now() - startedAt);
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

/** A signal that never aborts. */
const NEVER = createLosing().signal;

/** The health of a graph that is not monitored: it counts as up. */
export const UNWATCHED: GraphHealth = {
  status: () => ({ state: 'up', since: new Date() }),
  requireAnswer: () => undefined,
  lost: () => NEVER,
  noteSuccess: () => undefined,
  noteFailure: () => undefined,
  onChange: () => undefined,
  start: () => undefined,
  close: () => undefined,
};

/** Every statement in flight listens to this signal, so Node must not report many listeners as a leak. */
function createLosing(): AbortController {
  const losing = new AbortController();
  setMaxListeners(0, losing.signal);
  return losing;
}

const REFUSES_WRITES = 'refuses writes';

/** Completes the sentence "The graph database …". */
function describe(error: unknown): string {
  if (error === PROBE_TIMEOUT) return 'does not respond';
  if (!isFromServer(error)) return 'cannot be reached';
  return error.code.includes('.Security.') ? 'refuses the user or password' : 'refuses requests';
}

/** Creates the error for a graph that is unavailable. @param reason completes the sentence "The graph database …" */
export const unavailable = (reason = 'does not respond', cause?: unknown): AppError =>
  new AppError('GRAPH_UNAVAILABLE', `The graph database ${reason}. Try again in a few seconds.`, { cause });
