import { prettyFactory } from 'pino-pretty';
import { createLogger, type Logger } from './logger';

export interface TerminalLoggerOptions {
  print: (text: string) => void;
  colorize: boolean;
}

/** Fields that the message repeats, or that say nothing on the terminal of one process. */
const HIDDEN = 'pid,hostname,url,dashboard,engine';

/** Creates a logger for a terminal. Each line has the time, the level, the message and the fields. */
export function createTerminalLogger(level: string, { print, colorize }: TerminalLoggerOptions): Logger {
  const format = prettyFactory({
    colorize,
    ignore: HIDDEN,
    singleLine: true,
    translateTime: 'SYS:HH:MM:ss',
  });
  return createLogger(level, { write: (line) => print(format(line)) });
}
