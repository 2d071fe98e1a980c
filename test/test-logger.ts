import type { Logger } from '../src/logger';

/** One line that was logged. */
export interface LoggedLine {
  level: keyof Logger;
  fields: Record<string, unknown>;
  message: string;
}

/** A logger that collects its lines. */
export interface TestLogger extends Logger {
  readonly lines: LoggedLine[];
}

export function createTestLogger(): TestLogger {
  const lines: LoggedLine[] = [];
  const level = (name: keyof Logger) =>
    ((fields: object, message: string) =>
      void lines.push({ level: name, fields: fields as LoggedLine['fields'], message })) as Logger['info'];
  return {
    lines,
    debug: level('debug'),
    info: level('info'),
    warn: level('warn'),
    error: level('error'),
  };
}

const refuse = ((fields: { err?: unknown }, message: string) => {
  throw new Error(message, { cause: fields.err });
}) as unknown as Logger['warn'];

/** A logger that throws at the first warning or error. */
export const strictLogger: Logger = { ...createTestLogger(), warn: refuse, error: refuse };
