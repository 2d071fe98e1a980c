import { setMaxListeners } from 'node:events';
import { AppError } from '../app-error';

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
  /** Whether the graph responded again in the last 15 seconds. It may still be slow. */
  isRecovering(): boolean;
  /** Records that a statement succeeded. */
  noteSuccess(isWrite: boolean): void;
  /** Records that a statement failed. A failed connection triggers a probe. */
  noteFailure(error: unknown): void;
  onChange(listener: (status: GraphStatus) => void): void;
  /**
   * Sets the work that prepares a graph for requests when it responds again. Requests are refused until it ends; if it
   * fails, the graph remains away.
   */
  onReturn(prepare: () => Promise<void>): void;
  /** Starts probing the graph every second. */
  start(): void;
  /** Stops probing. */
  close(): void;
}

/** Creates the error for a graph that is unavailable. @param reason completes the sentence "The graph database …" */
export const unavailable = (reason = 'does not respond', cause?: unknown): AppError =>
  new AppError('GRAPH_UNAVAILABLE', `The graph database ${reason}. Try again in a few seconds.`, { cause });

/** Creates the error for a graph that responded again recently and is still slow. */
export const comingBack = (): AppError => unavailable('is coming back');

/** A signal that never aborts. */
const NEVER = createLosing().signal;

/** The health of a graph that is not monitored: it counts as up. */
export const UNWATCHED: GraphHealth = {
  status: () => ({ state: 'up', since: new Date() }),
  requireAnswer: () => undefined,
  lost: () => NEVER,
  isRecovering: () => false,
  noteSuccess: () => undefined,
  noteFailure: () => undefined,
  onChange: () => undefined,
  onReturn: () => undefined,
  start: () => undefined,
  close: () => undefined,
};

/**
 * Creates the controller of `GraphHealth.lost`. Every statement in flight listens to its signal, so Node must not report
 * many listeners as a leak.
 */
export function createLosing(): AbortController {
  const losing = new AbortController();
  setMaxListeners(0, losing.signal);
  return losing;
}
