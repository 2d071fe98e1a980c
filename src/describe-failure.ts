/** What stands in quotes in an error of the graph is a value, or a name of the schema that the stack tells too. */
const withoutValues = (text: string) => text.replace(/'[^']*'|"[^"]*"|`[^`]*`/g, '…');

/** An error for the log: what and where, without values that people gave. */
export function describeFailure(error: unknown): object {
  if (!(error instanceof Error)) return { message: withoutValues(String(error)) };
  const { name, message, stack = '' } = error;
  const code = (error as { code?: unknown }).code;
  const places = stack.split('\n').filter((line) => /^\s+at /.test(line));
  return { name, code, message: withoutValues(message), stack: places.map((line) => line.trim()) };
}
