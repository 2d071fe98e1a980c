/**
 * Removes quoted text. In errors of the graph it is a value that a caller sent, or a name that is also in the stack.
 */
const withoutQuotes = (text: string) => text.replace(/'[^']*'|"[^"]*"|`[^`]*`/g, '…');

/** Serializes an error for the log: its name, code, message and stack, without values that callers sent. */
export function serializeError(error: unknown): object {
  if (!(error instanceof Error)) return { message: withoutQuotes(String(error)) };
  const { name, message, stack = '', cause } = error;
  const code = (error as { code?: unknown }).code;
  const frames = stack.split('\n').filter((line) => /^\s+at /.test(line));
  return {
    name,
    code,
    message: withoutQuotes(message),
    stack: frames.map((line) => line.trim()),
    ...(cause !== undefined && { cause: serializeError(cause) }),
  };
}
