import type { Graph } from '../../graph/graph';
import type { Progress } from '../../progress';
import { writeStore } from '../write-store';
import { readDvdrentalFolder } from './read-dvdrental-folder';
import { readPostgres } from './read-postgres';
import { toStore } from './to-store';

/**
 * Imports the DVD rental store, the sample database of PostgreSQL that the tutorial uses.
 * @param from a folder with its tables as CSV, a zip of them, or the postgres:// URL of the database
 * @throws AppError BAD_USER_INPUT before anything is written, where the source or a record of it is off
 */
export async function importDvdrental(
  graph: Graph,
  { from, progress }: { from: string; progress: Progress },
): Promise<void> {
  const store = await progress(
    'Reading the DVD rental store',
    async () =>
      toStore(await (/^postgres(ql)?:/.test(from) ? readPostgres(from) : readDvdrentalFolder(from))),
    ({ films, customers, rentals }) =>
      `${films.length} films, ${customers.length} customers, ${rentals.length} rentals`,
  );
  await writeStore(graph, store, { source: 'dvdrental', progress });
}
