import { AppError } from '../../app-error';
import type { Graph } from '../../graph/graph';
import type { Progress } from '../../progress';
import { writeStore } from '../write-store';
import { generateSampleStore, type SampleSize } from './generate-sample-store';
import { CATEGORIES } from './names';

/**
 * Makes a sample store and writes it.
 * @throws AppError BAD_USER_INPUT for a size that cannot be made, or where the graph holds another store
 */
export async function importSample(
  graph: Graph,
  { progress, ...size }: SampleSize & { progress: Progress },
): Promise<void> {
  if (size.films < CATEGORIES.length || size.customers < 1) {
    const message = `A sample store has at least ${CATEGORIES.length} films and 1 customer; this one would have ${size.films} and ${size.customers}.`;
    throw new AppError('BAD_USER_INPUT', message);
  }
  const store = await progress(
    'Making the sample store',
    async () => generateSampleStore(size),
    ({ films, customers, rentals }) =>
      `${films.length} films, ${customers.length} customers, ${rentals.length} rentals, seed ${size.seed}`,
  );
  await writeStore(graph, store, { source: sampleSource(size), progress });
}

/** Names a sample store: another size or seed makes another store. */
export const sampleSource = ({ customers, films, seed }: SampleSize): string =>
  `sample of ${customers} customers and ${films} films, seed ${seed}`;

const SOURCE = 'MATCH (import:Import) RETURN import.source AS source';

/** The size and seed of the sample store that a graph holds, if it holds one. */
export async function readSampleSource(graph: Graph): Promise<SampleSize | undefined> {
  const rows = await graph.read<{ source: string }>(SOURCE);
  for (const { source } of rows) {
    const [customers, films, seed] = (
      /^sample of (\d+) customers and (\d+) films, seed (\d+)$/.exec(source) ?? []
    )
      .slice(1)
      .map(Number);
    if (seed !== undefined) return { customers, films, seed };
  }
  return undefined;
}
