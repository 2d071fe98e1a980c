import type { Progress } from '../../progress';
import type { Settings } from '../../settings';
import type { Check } from './check';
import { checkGraph } from './check-graph';
import { checkMachine } from './check-machine';
import { openForCheck } from './open-for-check';

/**
 * Looks whether this machine and the graph have what the service needs; changes neither.
 * @returns everything that was looked at, in order
 */
export async function examine(settings: Settings, progress: Progress): Promise<Check[]> {
  const checks = await checkMachine(settings);
  const canOpen =
    settings.neo4j || !checks.some(({ subject, status }) => subject === 'Java' && status === 'fail');
  if (!canOpen) return checks;
  const { check, opened } = await openForCheck(settings, progress);
  checks.push(check);
  if (!opened) return checks;
  try {
    checks.push(...(await checkGraph(opened.graph)));
  } finally {
    await opened.close();
  }
  return checks;
}

const MARKS = { ok: '✔', warn: '!', fail: '✘', skip: '–' };

/** The checks as lines for people, with what to do below what was found. */
export function showChecks(checks: readonly Check[]): string {
  const width = Math.max(...checks.map(({ subject }) => subject.length));
  const lines = checks.flatMap(({ subject, status, found, advice }) => [
    `${MARKS[status]} ${subject.padEnd(width)}  ${found}`,
    ...(advice ? advice.split('\n').map((line) => `  ${' '.repeat(width)}  ${line}`) : []),
  ]);
  const count = (status: Check['status']) => checks.filter((check) => check.status === status).length;
  const failed = count('fail');
  const end = failed
    ? `${failed} of ${checks.length} must be mended.`
    : `Nothing keeps the service from working${count('warn') ? '; what is marked ! could be better' : ''}.`;
  return `${[...lines, '', end].join('\n')}\n`;
}

/** Looks, and says what was found. @returns whether the service can work */
export async function doctor(
  { json }: { json?: boolean },
  settings: Settings,
  progress: Progress,
  write: (text: string) => void,
): Promise<boolean> {
  const checks = await examine(settings, progress);
  write(json ? checks.map((check) => `${JSON.stringify(check)}\n`).join('') : showChecks(checks));
  return checks.every(({ status }) => status !== 'fail');
}
