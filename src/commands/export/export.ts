import { statSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { AppError } from '../../app-error';
import type { Graph } from '../../graph/graph';
import { openGraph } from '../../open-graph';
import type { Progress } from '../../progress';
import type { Settings } from '../../settings';
import { EMBEDDING_NAMES, type EmbeddingName } from '../../embeddings/embedding';
import { curvesFormat, exportCurves } from './export-curves';
import { embeddingsFormat, exportEmbeddings } from './export-embeddings';
import { exportPolicy } from './export-policy';
import { exportTrainingData } from './export-training-data';
import { requireNetwork } from './network-of';
import type { AxisScale } from './plot';

/** The kinds of export. */
export type ExportKind = 'policy' | 'embeddings' | 'curves' | 'training-data';

/** Options of `reelgraph export`. */
export interface ExportOptions {
  /** The file or folder to write. */
  to?: string;
  /** The version of a policy (default: the newest). */
  version?: string;
  /** The scale of the step axis of drawn curves. */
  xAxis: AxisScale;
}

type Export = (graph: Graph) => Promise<string[]>;

/**
 * Exports the weights of a policy, embeddings, the curves of a training run, or the data that DQN learns from.
 * @returns the paths of the written files
 * @throws AppError BAD_USER_INPUT for an invalid name or path, before the graph is opened
 */
export async function exportFiles(
  kind: ExportKind,
  name: string | undefined,
  options: ExportOptions,
  settings: Settings,
  progress: Progress,
): Promise<string[]> {
  const work = chooseExport(kind, name, options);
  const { graph, close } = await openGraph(settings, progress, { shares: true });
  try {
    return await progress(
      `Exporting ${kind}`,
      () => work(graph),
      (files) => files.join(', '),
    );
  } finally {
    await close();
  }
}

function chooseExport(kind: ExportKind, name: string | undefined, options: ExportOptions): Export {
  const { to, version, xAxis } = options;
  switch (kind) {
    case 'policy': {
      const policy = (name ?? 'DQN').toUpperCase();
      requireNetwork(policy);
      const path = writable(to ?? policy.toLowerCase());
      return (graph) => exportPolicy(graph, policy, { to: path, version: version ?? null });
    }
    case 'embeddings': {
      const embedding = parseEmbedding(name ?? 'NODE2VEC');
      const path = writable(to ?? `${embedding.toLowerCase()}.csv`);
      embeddingsFormat(path);
      return (graph) => exportEmbeddings(graph, embedding, { to: path });
    }
    case 'curves': {
      const path = writable(to ?? 'curves.svg');
      curvesFormat(path);
      return (graph) => exportCurves(graph, name, { to: path, xAxis });
    }
    case 'training-data': {
      const path = writable(to ?? 'training-data');
      return (graph) => exportTrainingData(graph, { to: path });
    }
  }
}

function parseEmbedding(text: string): EmbeddingName {
  const name = EMBEDDING_NAMES.find((known) => known === text.toUpperCase());
  if (name) return name;
  const expected = EMBEDDING_NAMES.join(' or ');
  throw new AppError('BAD_USER_INPUT', `Unknown embedding "${text}": expected ${expected}.`);
}

/** @throws AppError BAD_USER_INPUT if the folder of the path does not exist */
function writable(path: string): string {
  const folder = dirname(resolve(path));
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return path;
  throw new AppError(
    'BAD_USER_INPUT',
    `Invalid --to "${path}": the folder ${folder} does not exist. Create it first.`,
  );
}

/** Formats paths and sizes, one file per line. */
export async function listFiles(files: readonly string[]): Promise<string> {
  const lines = files.map(async (file) => `${file}  ${(await stat(file)).size} bytes`);
  return `${(await Promise.all(lines)).join('\n')}\n`;
}
