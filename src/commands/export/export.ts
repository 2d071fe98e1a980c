import { statSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { AppError } from '../../app-error';
import type { Graph } from '../../graph/graph';
import { openGraph } from '../../open-graph';
import type { Progress } from '../../progress';
import type { Settings } from '../../settings';
import { embeddingName } from '../embed';
import { curvesFormat, exportCurves } from './export-curves';
import { embeddingsFormat, exportEmbeddings } from './export-embeddings';
import { exportPolicy } from './export-policy';
import { requireNetwork } from './network-of';

/** What `reelgraph export` was told. */
export interface ExportOptions {
  to?: string;
  version?: string;
}

type Export = (graph: Graph) => Promise<string[]>;

/**
 * Writes to files what the graph keeps: the weights of a policy, embeddings, or the curves of a training run.
 * @returns the files
 * @throws AppError BAD_USER_INPUT before the graph is opened, where the words of the command are off
 */
export async function exportFiles(
  what: string,
  name: string | undefined,
  options: ExportOptions,
  settings: Settings,
  progress: Progress,
): Promise<string[]> {
  const work = chooseExport(what, name, options);
  const { graph, close } = await openGraph(settings, progress, { shares: true });
  try {
    return await progress(
      `Writing ${what}`,
      () => work(graph),
      (files) => files.join(', '),
    );
  } finally {
    await close();
  }
}

function chooseExport(what: string, name: string | undefined, { to, version }: ExportOptions): Export {
  switch (what) {
    case 'policy': {
      const policy = (name ?? 'DQN').toUpperCase();
      requireNetwork(policy);
      const path = writable(to ?? policy.toLowerCase());
      return (graph) => exportPolicy(graph, policy, { to: path, version: version ?? null });
    }
    case 'embeddings': {
      const embedding = embeddingName(name ?? 'NODE2VEC');
      const path = writable(to ?? `${embedding.toLowerCase()}.csv`);
      embeddingsFormat(path);
      return (graph) => exportEmbeddings(graph, embedding, { to: path });
    }
    case 'curves': {
      const path = writable(to ?? 'curves.svg');
      curvesFormat(path);
      return (graph) => exportCurves(graph, name, { to: path });
    }
    default:
      throw new AppError(
        'BAD_USER_INPUT',
        `There is nothing named ${what} to export; it takes policy, embeddings or curves.`,
      );
  }
}

/** Makes sure that the folder of a path is there, before anything that takes long is done for it. */
function writable(path: string): string {
  const folder = dirname(resolve(path));
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return path;
  throw new AppError('BAD_USER_INPUT', `--to got ${path}; there is no folder ${folder}.`);
}

/** The files with their sizes, one a line. */
export async function listFiles(files: readonly string[]): Promise<string> {
  const lines = files.map(async (file) => `${file}  ${(await stat(file)).size} bytes`);
  return `${(await Promise.all(lines)).join('\n')}\n`;
}
