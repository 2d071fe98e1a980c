/** What the doctor found of one thing. */
export interface Check {
  readonly subject: string;
  /** fail: the service cannot work so. warn: it works, and could do better. skip: not needed, or not known. */
  readonly status: 'ok' | 'warn' | 'fail' | 'skip';
  readonly found: string;
  /** What to do, where something is to be done. */
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

/** An error whose message says first what is wrong, then what to do, as those of AppError do. */
export function failedBy(subject: string, error: unknown): Check {
  const { message } = error as Error;
  const [found, ...advice] = message.split(/(?<=\.)\s/);
  return fail(subject, found.replace(/\.$/, ''), advice.join(' ') || 'Start again with LOG_LEVEL=debug.');
}
