/** The result of checking one subject. */
export interface Check {
  readonly subject: string;
  /** fail: the server cannot run. warn: it runs, with a limitation. skip: not applicable, or unknown. */
  readonly status: 'ok' | 'warn' | 'fail' | 'skip';
  readonly found: string;
  /** How to fix it; absent if there is nothing to fix. */
  readonly advice?: string;
}

export const ok = (subject: string, found: string): Check => ({ subject, status: 'ok', found });
export const skip = (subject: string, found: string): Check => ({ subject, status: 'skip', found });
export const warn = (subject: string, found: string, advice: string): Check => ({
  subject,
  status: 'warn',
  found,
  advice,
});
export const fail = (subject: string, found: string, advice: string): Check => ({
  subject,
  status: 'fail',
  found,
  advice,
});

/** Reports an error. The first sentence of its message is the finding, the rest is the advice. */
export function failedBy(subject: string, error: unknown): Check {
  const { message } = error as Error;
  const [found, ...advice] = message.split(/(?<=\.)\s/);
  return fail(
    subject,
    found.replace(/\.$/, ''),
    advice.join(' ') || 'Run the command again with LOG_LEVEL=debug.',
  );
}
