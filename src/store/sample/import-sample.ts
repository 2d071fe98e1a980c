import { AppError } from '../../app-error';
import type { Graph } from '../../graph/graph';
import type { Progress } from '../../progress';
import type { ReadStore } from '../read-store';
import { writeStore } from '../write-store';
import { generateSampleStore, type SampleSize } from './generate-sample-store';
import { CATEGORIES } from './names';

/**
 * Generates a sample store.
 * @throws AppError BAD_USER_INPUT if the size is too small
 */
export async function readSample(size: SampleSize, progress: Progress): Promise<ReadStore> {
  if (size.films < CATEGORIES.length || size.customers < 1) {
    const message = `Invalid sample store of ${size.films} films and ${size.customers} customers: expected at least ${CATEGORIES.length} films and 1 customer.`;
    throw new AppError('BAD_USER_INPUT', message);
  }
  const store = await progress(
    'Generating the sample store',
    async () => generateSampleStore(size),
    ({ films, customers, rentals }) =>
      `${films.length} films, ${customers.length} customers, ${rentals.length} rentals, seed ${size.seed}`,
  );
  return { name: sampleSource(size), store, untitledFilms: 0, notes: [] };
}

/**
 * Generates a sample store and writes it to the graph.
 * @throws AppError BAD_USER_INPUT if the size is too small, or if the graph contains another store
 */
export async function importSample(
  graph: Graph,
  { progress, ...size }: SampleSize & { progress: Progress },
): Promise<void> {
  const { name, store } = await readSample(size, progress);
  await writeStore(graph, store, { source: name, progress });
}

/** Increased whenever the generator produces different stores from the same sizes and seeds. */
const GENERATOR = 2;

/** Returns the name of a sample store, which includes its size, seed and generator. */
export const sampleSource = ({ customers, films, seed }: SampleSize): string =>
  `sample ${GENERATOR} of ${customers} customers and ${films} films, seed ${seed}`;

const SOURCE = 'MATCH (import:Import) RETURN import.source AS source';
const SAMPLE_SOURCE = new RegExp(`^sample ${GENERATOR} of (\\d+) customers and (\\d+) films, seed (\\d+)$`);

/** Returns the size and seed of the graph's sample store; undefined if it has none, or one of another generator. */
export async function readSampleSource(graph: Graph): Promise<SampleSize | undefined> {
  const rows = await graph.read<{ source: string }>(SOURCE);
  for (const { source } of rows) {
    const [customers, films, seed] = (SAMPLE_SOURCE.exec(source) ?? []).slice(1).map(Number);
    if (seed !== undefined) return { customers, films, seed };
  }
  return undefined;
}
