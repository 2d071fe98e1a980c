import { AppError } from '../../app-error';

/** OFF: not started. WAITING: another training or evaluation is running, or the last attempt failed. */
export type AutopilotState = 'OFF' | 'TRAINING' | 'EVALUATING' | 'WAITING' | 'DONE';

/** The state of background training, and its last failure. */
export interface AutopilotStatus {
  readonly state: AutopilotState;
  readonly lastError: string | null;
  /** ISO 8601; null if no attempt is scheduled. */
  readonly nextAttemptAt: string | null;
}

export const AUTOPILOT_OFF: AutopilotStatus = { state: 'OFF', lastError: null, nextAttemptAt: null };

/** Describes a failure without messages of the graph, which may contain Cypher or a host name. */
export function describeFailure(error: unknown): string {
  if (error instanceof AppError) return error.message;
  const { code, name } = error as { code?: unknown; name?: unknown };
  return `${String(code ?? name ?? 'Error')}. See the server log.`;
}

/** Delays that double with each failure, up to a limit. */
export function createBackoff(first: number, max: number): { next(): number; reset(): void } {
  let delay = first;
  return {
    next: () => {
      const current = delay;
      delay = Math.min(2 * delay, max);
      return current;
    },
    reset: () => {
      delay = first;
    },
  };
}
