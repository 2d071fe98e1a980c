import { writeFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { AppError } from '../../app-error';
import type { EmbeddingName } from '../../embeddings/embedding';
import type { Graph } from '../../graph/graph';
import { embeddingsAsCsv, embeddingsAsParquet } from './embeddings-file';
import { readEmbeddings } from '../../embeddings/read-embeddings';

const FORMATS = { '.csv': embeddingsAsCsv, '.parquet': embeddingsAsParquet } as const;

/**
 * Exports the embeddings of films, actors and categories as CSV or Parquet, depending on the extension.
 * @returns the paths of the written files
 * @throws AppError BAD_USER_INPUT for another extension
 */
export async function exportEmbeddings(
  graph: Graph,
  embedding: EmbeddingName,
  { to }: { to: string },
): Promise<string[]> {
  await writeFile(to, await embeddingsFormat(to)(await readEmbeddings(graph, embedding)));
  return [to];
}

/** @throws AppError BAD_USER_INPUT */
export function embeddingsFormat(to: string): (typeof FORMATS)[keyof typeof FORMATS] {
  const format = FORMATS[extname(to) as keyof typeof FORMATS];
  if (format) return format;
  throw new AppError(
    'BAD_USER_INPUT',
    `Invalid --to "${to}": expected a file with the extension .csv or .parquet.`,
  );
}
