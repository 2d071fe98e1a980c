import type { Progress } from '../../progress';
import type { Settings } from '../../settings';
import type { Check } from './check';
import { checkGraph } from './check-graph';
import { checkVectorIndexes } from './check-vector-indexes';
import { checkMachine } from './check-machine';
import { openForCheck } from './open-for-check';

/**
 * Checks the machine and the database without changing either.
 * @returns the results in a fixed order
 */
export async function runChecks(settings: Settings, progress: Progress): Promise<Check[]> {
  const checks = await checkMachine(settings);
  const canOpen =
    settings.neo4j || !checks.some(({ subject, status }) => subject === 'Java' && status === 'fail');
  if (!canOpen) return checks;
  const { check, opened } = await openForCheck(settings, progress);
  checks.push(check);
  if (!opened) return checks;
  try {
    checks.push(...(await checkGraph(opened.graph, settings.engine)));
    if (settings.search === 'index') checks.push(...(await checkVectorIndexes(opened.graph)));
  } finally {
    await opened.close();
  }
  return checks;
}

const MARKS = { ok: '✔', warn: '!', fail: '✘', skip: '–' };

/** Formats results for people, with the advice below each finding. */
export function showChecks(checks: readonly Check[]): string {
  const width = Math.max(...checks.map(({ subject }) => subject.length));
  const lines = checks.flatMap(({ subject, status, found, advice }) => [
    `${MARKS[status]} ${subject.padEnd(width)}  ${found}`,
    ...(advice ? advice.split('\n').map((line) => `  ${' '.repeat(width)}  ${line}`) : []),
  ]);
  const count = (status: Check['status']) => checks.filter((check) => check.status === status).length;
  const failed = count('fail');
  const warned = count('warn');
  const passed = warned
    ? `No check failed; ${warned} of ${checks.length} gave a warning.`
    : 'All checks passed.';
  const end = failed ? `${failed} of ${checks.length} checks failed.` : passed;
  return `${[...lines, '', end].join('\n')}\n`;
}

/** Runs the checks and writes the results. @returns whether no check failed */
export async function doctor(
  { json }: { json?: boolean },
  settings: Settings,
  progress: Progress,
  write: (text: string) => void,
): Promise<boolean> {
  const checks = await runChecks(settings, progress);
  write(json ? checks.map((check) => `${JSON.stringify(check)}\n`).join('') : showChecks(checks));
  return checks.every(({ status }) => status !== 'fail');
}
