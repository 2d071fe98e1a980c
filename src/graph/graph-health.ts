import { setMaxListeners } from 'node:events';
import { CircuitState, ConsecutiveBreaker, circuitBreaker, handleAll, isBrokenCircuitError } from 'cockatiel';
import { AppError } from '../app-error';
import { failureKind, isFromServer } from './graph-error';

/**
 * - `up`: the graph answers.
 * - `slow`: the graph answers late, or one probe failed and the next one decides.
 * - `away`: connections fail or nothing answers. Statements are refused at once.
 * - `refusing`: the graph answers probes with an error, for example because the password was changed or the database
 *   is stopped. Statements are refused at once.
 * - `read-only`: the graph answers reads and refused the last write.
 */
export type GraphState = 'up' | 'slow' | 'away' | 'refusing' | 'read-only';

/** The state of the graph, since when, and why it is not `up`. The reason holds no address and no values. */
export interface GraphStatus {
  readonly state: GraphState;
  readonly since: Date;
  readonly reason?: string;
}

/** Knows whether the graph answers; everything that depends on it asks here. */
export interface GraphHealth {
  status(): GraphStatus;
  /** @throws AppError GRAPH_UNAVAILABLE while the graph is known not to answer */
  requireAnswer(): void;
  /** Returns a signal that aborts with GRAPH_UNAVAILABLE as its reason when the graph stops answering. */
  lost(): AbortSignal;
  /** Records that a statement succeeded. */
  noteSuccess(isWrite: boolean): void;
  /** Records that a statement failed. A failed connection is probed at once. */
  noteFailure(error: unknown): void;
  onChange(listener: (status: GraphStatus) => void): void;
  /** Starts to probe the graph every second. */
  start(): void;
  /** Stops probing. */
  close(): void;
}

/**
 * Sends a small statement.
 * @param patienceMs time for the answer
 * @param onLateAnswer called if the answer comes later
 * @throws PROBE_TIMEOUT if no answer came in time, else the driver's error
 */
export type Probe = (patienceMs: number, onLateAnswer: () => void) => Promise<void>;

/** How the health of a graph is found out. */
export interface HealthOptions {
  probe: Probe;
  /** Gives up all open connections. */
  dropConnections: () => void;
}

/** The reason with which a probe rejects if no answer came in time. */
export const PROBE_TIMEOUT = new Error('The probe got no answer.');

/** Time between two probes while the graph answers. */
const INTERVAL_MS = 1_000;
/** Time between two probes otherwise. */
const RETRY_MS = 100;
/** Probes that must fail in a row before the circuit opens. */
const FAILURES = 3;
/** How long the circuit stays open before a probe may close it. */
const HALF_OPEN_AFTER_MS = 400;
/** A probe that takes longer makes the graph count as slow. */
const SLOW_MS = 500;
/** Limits of the time that a probe gets. */
const MIN_PATIENCE_MS = 1_500;
const MAX_PATIENCE_MS = 6_000;
/** How long a refused write makes the graph count as read-only. */
const READ_ONLY_MS = 30_000;

/**
 * Watches a graph, once it is started, and opens a circuit when the graph stops answering. A probe gets several times
 * as long as earlier ones took, and late answers count: on a machine without free processors a graph is slow, not away.
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
  /** Whether a probe has not been answered yet. */
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

  /** Ends statements in flight. Their connections are not used again: they may be dead without having failed. */
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
      // New connections are answered, and older ones are not.
      if (isSilent) dropConnections();
      isSilent = false;
    } catch (error) {
      if (error === PROBE_TIMEOUT) isSilent = true;
      // If another statement was answered meanwhile, only the probe's own connection is broken.
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

/** The health of a graph that is not probed: it counts as up. */
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

/** Every statement in flight listens to this signal, so Node must not take many listeners for a leak. */
function createLosing(): AbortController {
  const losing = new AbortController();
  setMaxListeners(0, losing.signal);
  return losing;
}

const REFUSES_WRITES = 'refuses writes';

/** Completes the sentence "The graph database …". */
function describe(error: unknown): string {
  if (error === PROBE_TIMEOUT) return 'does not answer';
  if (!isFromServer(error)) return 'cannot be reached';
  return error.code.includes('.Security.') ? 'refuses the user or password' : 'refuses to work';
}

/** The graph cannot be used now. @param reason completes the sentence "The graph database …" */
export const unavailable = (reason = 'does not answer', cause?: unknown): AppError =>
  new AppError('GRAPH_UNAVAILABLE', `The graph database ${reason}. Try again in a few seconds.`, { cause });
