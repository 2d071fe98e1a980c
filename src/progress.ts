import stringWidth from 'string-width';
import { cutToWidth } from './cut-to-width';
import { wrapToWidth } from './wrap-to-width';

/**
 * Reports the progress of a step: `done` of `total` units. Cheap enough to call for every unit. A note, such as a
 * number of files, is shown in place of the speed and the time left.
 */
export type Report = (done: number, total?: number, unit?: string, note?: string) => void;

/**
 * Runs one named step and shows it: as a status line on a terminal, otherwise as JSON lines. If the step throws, it is
 * shown as failed, and the error is rethrown.
 */
export type Progress = <T>(
  title: string,
  work: (report: Report) => Promise<T>,
  summary?: (result: T) => string,
) => Promise<T>;

/** An output stream that may be a terminal. */
export type Output = NodeJS.WritableStream & { isTTY?: boolean; columns?: number };

/** A progress display, with a way to write other output above it. */
export interface ProgressDisplay {
  readonly progress: Progress;
  /** Writes text above the status line. */
  print(text: string): void;
}

const JSON_INTERVAL_MS = 1_000;
const TERMINAL_INTERVAL_MS = 100;
/** Redraws the status line to update its clock. */
const CLOCK_INTERVAL_MS = 1_000;

/** Shows steps on a stream: a status line per step if it is a terminal, JSON lines otherwise. */
export function createProgressDisplay(output: Output): ProgressDisplay {
  const display = output.isTTY ? statusLine(output) : jsonLines(output);
  const interval = output.isTTY ? TERMINAL_INTERVAL_MS : JSON_INTERVAL_MS;
  const progress: Progress = async (title, work, summary) => {
    const startedAt = performance.now();
    const seconds = () => (performance.now() - startedAt) / 1_000;
    let reported: Partial<Line> = {};
    let first: { done: number; seconds: number } | undefined;
    let shownAt = startedAt;
    const show = (line: Partial<Line> & Pick<Line, 'status'>) =>
      display.show({ step: title, seconds: seconds(), ...line });
    show({ status: 'started' });
    const clock = output.isTTY
      ? setInterval(() => show({ status: 'running', ...reported }), CLOCK_INTERVAL_MS)
      : undefined;
    try {
      const result = await work((done, total, unit, note) => {
        first ??= { done, seconds: seconds() };
        const speed =
          note === undefined ? speedOf(first, { done, total, unit, seconds: seconds() }) : { note };
        reported = { done, total, unit, ...speed };
        if (performance.now() - shownAt < interval) return;
        shownAt = performance.now();
        show({ status: 'running', ...reported });
      });
      clearInterval(clock);
      show({ status: 'done', summary: summary?.(result) });
      return result;
    } catch (error) {
      clearInterval(clock);
      show({ status: 'failed' });
      throw error;
    }
  };
  return { progress, print: display.print };
}

/** A progress display on a stream. */
export const createProgress = (output: Output): Progress => createProgressDisplay(output).progress;

/** A progress display without output, for tests and library use. */
export const silentProgress: Progress = (_title, work) => work(() => {});

interface Line {
  readonly step: string;
  readonly status: 'started' | 'running' | 'done' | 'failed';
  readonly seconds: number;
  readonly done?: number;
  readonly total?: number;
  readonly unit?: string;
  readonly note?: string;
  /** Units per second, and the estimated seconds until the step is done. */
  readonly perSecond?: number;
  readonly secondsLeft?: number;
  readonly summary?: string;
}

interface Display {
  show(line: Line): void;
  print(text: string): void;
}

const MARKS = { started: '…', running: '…', done: '✔', failed: '✘' };
const CLEAR_LINE = '\r\x1b[2K';

/**
 * Rewrites one line in place. A finished step keeps its line; the next one starts below it. A running step's line leaves
 * out the last parts that do not fit; a finished step's is wrapped between words.
 */
function statusLine(output: Output): Display {
  let shown = '';
  return {
    show: (line) => {
      const columns = (output.columns ?? 80) - 1;
      const isOver = line.status === 'done' || line.status === 'failed';
      const parts = describe(line);
      parts[0] = `${MARKS[line.status]} ${parts[0]}`;
      shown = isOver ? '' : cutToWidth(fit(parts, columns), columns);
      output.write(`${CLEAR_LINE}${isOver ? `${wrapToWidth(parts.join(GAP), columns)}\n` : shown}`);
    },
    print: (text) => output.write(`${shown && CLEAR_LINE}${text}${shown}`),
  };
}

const GAP = '  ';

/** Joins as many parts as fit, at least the first two. */
function fit(parts: readonly string[], columns: number): string {
  const count = parts.findIndex((_, i) => i > 1 && stringWidth(parts.slice(0, i + 1).join(GAP)) > columns);
  return parts.slice(0, count < 0 ? parts.length : count).join(GAP);
}

/** The parts of a line, most important first. */
function describe(line: Line): string[] {
  const { step, status, seconds, done, total, unit, note, summary, perSecond, secondsLeft } = line;
  const parts = [step];
  if (summary) parts.push(summary);
  if (done !== undefined && total) {
    const percent = `${Math.floor((100 * done) / total)} %`;
    const counts = [`${done} of ${withUnit(total, unit)}`, ...(note ? [note] : [])].join(', ');
    parts.push(unit === '%' ? percent : `${percent} (${counts})`);
  } else if (done !== undefined) parts.push(withUnit(done, unit));
  if (status !== 'started') parts.push(`${seconds.toFixed(status === 'running' ? 0 : 1)} s`);
  if (perSecond !== undefined) parts.push(`${withUnit(perSecond, unit)}/s`);
  if (secondsLeft !== undefined) parts.push(`${describeDuration(secondsLeft)} left`);
  return parts;
}

/** In the first seconds the speed is too unreliable to estimate the remaining time. */
const MIN_SECONDS = 2;

/** The speed since the first report of a step, and the estimated remaining time. */
function speedOf(
  first: { done: number; seconds: number },
  { done, total, unit, seconds }: { done: number; total?: number; unit?: string; seconds: number },
): Pick<Line, 'perSecond' | 'secondsLeft'> {
  const elapsed = seconds - first.seconds;
  if (!unit || unit === '%' || elapsed < MIN_SECONDS || done <= first.done) return {};
  const perSecond = (done - first.done) / elapsed;
  const left = total !== undefined && total > done ? (total - done) / perSecond : undefined;
  return {
    perSecond: Math.round(perSecond),
    ...(left === undefined ? {} : { secondsLeft: Math.round(left) }),
  };
}

const describeDuration = (seconds: number) =>
  seconds < 120 ? `${seconds} s` : `${Math.round(seconds / 60)} min`;

const withUnit = (count: number, unit?: string) => (unit ? `${count} ${unit}` : String(count));

function jsonLines(output: Output): Display {
  return {
    show: (line) => {
      const seconds = Number(line.seconds.toFixed(2));
      output.write(`${JSON.stringify({ time: new Date().toISOString(), ...line, seconds })}\n`);
    },
    print: (text) => output.write(text),
  };
}
