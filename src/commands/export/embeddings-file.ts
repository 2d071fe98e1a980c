import { toCsv } from './csv';
import type { EmbeddedNode } from '../../embeddings/read-embeddings';

/** Formats embeddings as CSV, one line per node: label, id, name, and a column per dimension. */
export function embeddingsAsCsv(nodes: readonly EmbeddedNode[]): string {
  const numbers = Array.from(nodes[0].embedding, (_, i) => `e${i}`);
  return toCsv(
    ['label', 'id', 'name', ...numbers],
    nodes.map(({ label, id, name, embedding }) => [label, id, name, ...embedding]),
  );
}

/** Formats embeddings as Parquet with the columns label, id, name and embedding (a list of floats). */
export async function embeddingsAsParquet(nodes: readonly EmbeddedNode[]): Promise<Uint8Array> {
  const { parquetWriteBuffer } = await import('hyparquet-writer');
  const text = (name: string) => ({ name, ...TEXT });
  const buffer = parquetWriteBuffer({
    columnData: [
      { name: 'label', data: nodes.map(({ label }) => label) },
      { name: 'id', data: nodes.map(({ id }) => id) },
      { name: 'name', data: nodes.map(({ name }) => name) },
      { name: 'embedding', data: nodes.map(({ embedding }) => [...embedding]) },
    ],
    schema: [
      { name: 'root', num_children: 4 },
      text('label'),
      text('id'),
      text('name'),
      { name: 'embedding', num_children: 1, converted_type: 'LIST', repetition_type: 'REQUIRED' },
      { name: 'list', num_children: 1, repetition_type: 'REPEATED' },
      { name: 'element', type: 'FLOAT', repetition_type: 'REQUIRED' },
    ],
  });
  return new Uint8Array(buffer);
}

const TEXT = { type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type: 'REQUIRED' } as const;
