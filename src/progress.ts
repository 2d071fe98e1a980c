/** Says how far a step is: `done` of `total` units. May be called as often as one likes. */
export type Report = (done: number, total: number, unit?: string) => void;

/**
 * Runs one named step and shows it: on a terminal a line that fills up, elsewhere JSON lines.
 * The step's own error is shown as failed and thrown on.
 */
export type Progress = <T>(
  title: string,
  work: (report: Report) => Promise<T>,
  summary?: (result: T) => string,
) => Promise<T>;

const LINE_INTERVAL_MS = 1_000;
const TERMINAL_INTERVAL_MS = 100;

/** A progress that writes to a stream: a rewritten line a step where it is a terminal, JSON lines where not. */
export function createProgress(output: NodeJS.WritableStream & { isTTY?: boolean }): Progress {
  const show = output.isTTY ? terminalLine(output) : jsonLine(output);
  const interval = output.isTTY ? TERMINAL_INTERVAL_MS : LINE_INTERVAL_MS;
  return async (title, work, summary) => {
    const startedAt = performance.now();
    const seconds = () => (performance.now() - startedAt) / 1_000;
    let shownAt = startedAt;
    show({ step: title, status: 'started', seconds: 0 });
    try {
      const result = await work((done, total, unit) => {
        if (performance.now() - shownAt < interval) return;
        shownAt = performance.now();
        show({ step: title, status: 'running', seconds: seconds(), done, total, unit });
      });
      show({ step: title, status: 'done', seconds: seconds(), summary: summary?.(result) });
      return result;
    } catch (error) {
      show({ step: title, status: 'failed', seconds: seconds() });
      throw error;
    }
  };
}

/** A progress that shows nothing, for tests and library use. */
export const silentProgress: Progress = (_title, work) => work(() => {});

interface Line {
  step: string;
  status: 'started' | 'running' | 'done' | 'failed';
  seconds: number;
  done?: number;
  total?: number;
  unit?: string;
  summary?: string;
}

function terminalLine(output: NodeJS.WritableStream) {
  const marks = { started: '…', running: '…', done: '✔', failed: '✘' };
  return (line: Line) => {
    const share =
      line.total && line.done !== undefined
        ? `  ${Math.floor((100 * line.done) / line.total)} % (${line.done} of ${line.total}${line.unit ? ` ${line.unit}` : ''})`
        : '';
    const time = line.status === 'started' ? '' : `  ${line.seconds.toFixed(1)} s`;
    const ended = line.status === 'done' || line.status === 'failed';
    const summary = line.summary ? `  ${line.summary}` : '';
    output.write(`\r\x1b[2K${marks[line.status]} ${line.step}${summary}${share}${time}${ended ? '\n' : ''}`);
  };
}

function jsonLine(output: NodeJS.WritableStream) {
  return (line: Line) =>
    output.write(
      `${JSON.stringify({ time: new Date().toISOString(), ...line, seconds: Number(line.seconds.toFixed(2)) })}\n`,
    );
}
