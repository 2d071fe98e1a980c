import { openGraph } from '../open-graph';
import type { Progress } from '../progress';
import { cancelRemoteRun } from '../recommender/training/cancel-remote-run';
import type { Settings } from '../settings';

/**
 * Cancels a training run and prints its status and latest version.
 * @throws AppError NOT_FOUND
 */
export async function cancelRun(
  id: string,
  settings: Settings,
  progress: Progress,
  output: NodeJS.WritableStream,
): Promise<void> {
  const { graph, close } = await openGraph(settings, progress, { shares: true });
  try {
    const { policy, status, step, version } = await cancelRemoteRun(graph, id);
    const kept = version ? `its latest version is ${version}` : 'it published no version';
    const text =
      status === 'RUNNING'
        ? 'cancellation was requested, but the run has not ended yet'
        : `${status.toLowerCase()} at step ${step}; ${kept}`;
    output.write(`${policy} run ${id}: ${text}.\n`);
  } finally {
    await close();
  }
}
