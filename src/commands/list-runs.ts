import { openGraph } from '../open-graph';
import type { Progress } from '../progress';
import { readTrainingRuns, type TrainingRun } from '../recommender/training/run-repository';
import type { Settings } from '../settings';
import { toTable } from './table';

/** Options of `reelgraph runs`. */
export interface ListRunsOptions {
  /** The maximum number of runs. */
  first: number;
  json?: boolean;
}

/** Prints the newest training runs as a table, or as one line of JSON per run. */
export async function listRuns(
  { first, json }: ListRunsOptions,
  settings: Settings,
  progress: Progress,
  output: NodeJS.WritableStream,
): Promise<void> {
  const { graph, close } = await openGraph(settings, progress, { shares: true });
  try {
    const runs = await readTrainingRuns(graph, first);
    const lines = json ? runs.map((run) => JSON.stringify(run)) : describe(runs);
    output.write(lines.map((line) => `${line}\n`).join(''));
  } finally {
    await close();
  }
}

function describe(runs: readonly TrainingRun[]): string[] {
  if (runs.length === 0) return ['No training runs yet. Start one: reelgraph train'];
  return toTable([
    ['run', 'policy', 'status', 'step', 'validation', 'started', 'version'],
    ...runs.map(({ id, policy, status, step, validation, startedAt, version }) => [
      id,
      policy,
      status.toLowerCase(),
      String(step),
      validation?.toFixed(4) ?? '-',
      startedAt.slice(0, 19).replace('T', ' '),
      version ?? '-',
    ]),
  ]);
}
