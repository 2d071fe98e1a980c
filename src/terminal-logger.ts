import { prettyFactory } from 'pino-pretty';
import { createLogger, type Logger } from './logger';
import { wrapToWidth } from './wrap-to-width';

export interface TerminalLoggerOptions {
  print: (text: string) => void;
  colorize: boolean;
  /** Returns the columns of the terminal. */
  columns: () => number;
}

/** Fields that the line shows elsewhere, that the message repeats, or that say nothing on the terminal of one process. */
const HIDDEN = new Set(['level', 'time', 'msg', 'pid', 'hostname', 'url', 'dashboard', 'engine']);

/**
 * Creates a logger for a terminal. Each entry has the time, the level, the message and the fields as name=value, wrapped
 * between words.
 */
export function createTerminalLogger(level: string, options: TerminalLoggerOptions): Logger {
  const { print, colorize, columns } = options;
  const format = prettyFactory({
    colorize,
    ignore: 'pid,hostname',
    hideObject: true,
    translateTime: 'SYS:HH:MM:ss',
    messageFormat: (entry) => describe(entry),
  });
  return createLogger(level, { write: (line) => print(wrapToWidth(format(line), columns())) });
}

function describe(entry: Record<string, unknown>): string {
  const fields = Object.entries(entry).filter(([name]) => !HIDDEN.has(name));
  const values = fields.filter(([name]) => name !== 'err').map(([name, value]) => `${name}=${show(value)}`);
  const line = [entry.msg, ...values].join(' ');
  return [line, ...describeError(entry.err as SerializedError | undefined)].map(withoutControls).join('\n');
}

interface SerializedError {
  readonly message: string;
  readonly stack?: readonly string[];
  readonly cause?: SerializedError;
}

const describeError = (error: SerializedError | undefined): string[] =>
  error
    ? [
        `    ${error.message}`,
        ...(error.stack ?? []).map((frame) => `      ${frame}`),
        ...describeError(error.cause),
      ]
    : [];

/** Words are shown as they are; other values are quoted as in JSON. */
const show = (value: unknown): string =>
  typeof value === 'string' && /^[\w.:/-]+$/.test(value) ? value : String(JSON.stringify(value));

/** Control characters of a logged value could rewrite the terminal. */
const withoutControls = (text: string) => text.replace(/\p{Cc}/gu, ' ');
