import pino from 'pino';
import { serializeError } from './serialize-error';

/** The logger that every part of the service takes: pino's methods. An error goes into the field `err`. */
export type Logger = Pick<pino.BaseLogger, 'debug' | 'info' | 'warn' | 'error'>;

/** Creates a logger that writes JSON lines. Default: to stdout. */
export const createLogger = (level: string, output: pino.DestinationStream = process.stdout): Logger =>
  pino({ level, serializers: { err: serializeError, error: serializeError } }, output);

/** A logger that discards everything. */
export const silentLogger: Logger = pino({ level: 'silent' });
