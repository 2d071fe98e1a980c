import type { LearningData } from '../../recommender/policies/load-learning-data';
import type { RentalLog } from '../../recommender/rentals/rental-log';

/** The content of a Parquet file. */
export interface ParquetTable {
  readonly schema: ParquetColumn[];
  readonly columnData: { name: string; data: unknown[] }[];
}

/** An element of a schema. */
interface ParquetColumn {
  readonly name: string;
  readonly type?: 'BYTE_ARRAY' | 'INT32' | 'FLOAT' | 'DOUBLE';
  readonly converted_type?: 'UTF8' | 'LIST';
  readonly repetition_type?: 'REQUIRED' | 'OPTIONAL' | 'REPEATED';
  readonly num_children?: number;
}

/** Loads the Parquet writer. */
export async function requireParquetWriter(): Promise<(table: ParquetTable) => Uint8Array> {
  const { parquetWriteBuffer: write } = await import('hyparquet-writer');
  type Columns = Parameters<typeof write>[0]['columnData'];
  return ({ schema, columnData }) => new Uint8Array(write({ schema, columnData: columnData as Columns }));
}

/**
 * Rentals, sorted by customer and by the order of each customer's history: customer (id), film (index of
 * films.parquet), at (milliseconds since 1970) and rating (null if the rental was not rated).
 */
export function rentalsAsParquet({ customers, histories, times, ratings }: RentalLog): ParquetTable {
  const rows = histories.flatMap((history, customer) =>
    Array.from(history, (film, index) => ({
      customer: customers[customer],
      film,
      at: times?.[customer][index] ?? 0,
      rating: ratedOrNull(ratings?.[customer][index]),
    })),
  );
  return {
    schema: [
      { name: 'root', num_children: 4 },
      { name: 'customer', ...TEXT },
      { name: 'film', type: 'INT32', repetition_type: 'REQUIRED' },
      { name: 'at', type: 'DOUBLE', repetition_type: 'REQUIRED' },
      { name: 'rating', type: 'FLOAT', repetition_type: 'OPTIONAL' },
    ],
    columnData: [
      { name: 'customer', data: rows.map(({ customer }) => customer) },
      { name: 'film', data: rows.map(({ film }) => film) },
      { name: 'at', data: rows.map(({ at }) => at) },
      { name: 'rating', data: rows.map(({ rating }) => rating) },
    ],
  };
}

/**
 * Films: id, title, features (indexes of features.parquet), weights (of the features in the film's vector) and
 * embedding (node2vec, empty without one).
 */
export function filmsAsParquet(titles: readonly string[], data: LearningData): ParquetTable {
  const { log, features, vectors, dimension } = data;
  const ownFeatures = <Value>(
    values: ArrayLike<Value> & { slice(from: number, to: number): Iterable<Value> },
  ) => log.films.map((_, film) => [...values.slice(features.offsets[film], features.offsets[film + 1])]);
  return {
    schema: [
      { name: 'root', num_children: 5 },
      { name: 'id', ...TEXT },
      { name: 'title', ...TEXT },
      ...list('features', 'INT32'),
      ...list('weights', 'FLOAT'),
      ...list('embedding', 'FLOAT'),
    ],
    columnData: [
      { name: 'id', data: [...log.films] },
      { name: 'title', data: [...titles] },
      { name: 'features', data: ownFeatures(features.numbers) },
      { name: 'weights', data: ownFeatures(features.weights) },
      { name: 'embedding', data: log.films.map((_, film) => rowOf(vectors, film, dimension)) },
    ],
  };
}

/** Features: name (actor:ID or category:ID) and embedding (node2vec, empty without one). */
export const featuresAsParquet = ({ features, dimension }: LearningData): ParquetTable => ({
  schema: [{ name: 'root', num_children: 2 }, { name: 'name', ...TEXT }, ...list('embedding', 'FLOAT')],
  columnData: [
    { name: 'name', data: [...features.names] },
    { name: 'embedding', data: features.names.map((_, i) => rowOf(features.vectors, i, dimension)) },
  ],
});

const TEXT = { type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type: 'REQUIRED' } as const;

const list = (name: string, type: 'INT32' | 'FLOAT') =>
  [
    { name, num_children: 1, converted_type: 'LIST', repetition_type: 'REQUIRED' },
    { name: 'list', num_children: 1, repetition_type: 'REPEATED' },
    { name: 'element', type, repetition_type: 'REQUIRED' },
  ] as const;

const ratedOrNull = (rating: number | undefined) =>
  rating === undefined || Number.isNaN(rating) ? null : rating;

/** Returns a row of a matrix; an empty list for a row of zeros, which represents a missing embedding. */
function rowOf(vectors: Float32Array | undefined, row: number, dimension: number): number[] {
  const numbers = vectors?.subarray(row * dimension, (row + 1) * dimension) ?? new Float32Array();
  return numbers.some((value) => value !== 0) ? Array.from(numbers) : [];
}
