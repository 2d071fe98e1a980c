import type { Logger } from './logger';
import { serializeError } from './serialize-error';

export type EventLevel = 'INFO' | 'WARN' | 'ERROR';

/** An event of this process, for display. */
export interface SystemEvent {
  readonly at: Date;
  readonly level: EventLevel;
  readonly message: string;
  /** The error message, without values that callers sent. */
  readonly cause?: string;
}

/** The newest events of this process, in bounded memory. */
export interface EventLog {
  add(level: EventLevel, message: string, error?: unknown): void;
  /** Returns the events, newest first. */
  recent(first: number): SystemEvent[];
  /** Returns a logger that also adds warnings and errors to this log. */
  observe(logger: Logger): Logger;
  /** Returns a logger that also adds information to this log. */
  announce(logger: Logger): Logger;
}

const CAPACITY = 200;

/** Creates an empty event log. When it is full, the oldest event is dropped. */
export function createEventLog(capacity = CAPACITY): EventLog {
  const events: SystemEvent[] = [];
  const add: EventLog['add'] = (level, message, error) => {
    const cause = error === undefined ? undefined : (serializeError(error) as { message: string }).message;
    events.push({ at: new Date(), level, message, cause });
    if (events.length > capacity) events.shift();
  };
  return {
    announce: (logger) => ({
      debug: logger.debug.bind(logger),
      info: ((fields: object, message: string) => {
        add('INFO', message);
        logger.info(fields, message);
      }) as Logger['info'],
      warn: logger.warn.bind(logger),
      error: logger.error.bind(logger),
    }),
    add,
    recent: (first) => events.slice(-first).reverse(),
    observe: (logger) => {
      const observed =
        (level: 'WARN' | 'ERROR', method: 'warn' | 'error') =>
        (fields: { err?: unknown; error?: { message?: unknown } } | string, message?: string): void => {
          if (typeof fields === 'string') {
            add(level, fields);
            return logger[method](fields);
          }
          add(level, message ?? '', fields.err ?? fields.error?.message);
          logger[method](fields, message);
        };
      return {
        debug: logger.debug.bind(logger),
        info: logger.info.bind(logger),
        warn: observed('WARN', 'warn') as Logger['warn'],
        error: observed('ERROR', 'error') as Logger['error'],
      };
    },
  };
}
