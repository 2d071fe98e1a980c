import { AppError } from '../app-error';
import { openGraph } from '../open-graph';
import type { Progress } from '../progress';
import type { Settings } from '../settings';
import { readDvdrental } from '../store/dvdrental/read-dvdrental';
import { readMovielens } from '../store/movielens/read-movielens';
import { RentalTable } from '../store/rental-table';
import type { ReadStore, StoreName, StoreReader } from '../store/read-store';
import { readSample } from '../store/sample/import-sample';
import { summarizeStore } from '../store/summarize-store';
import { writeStore } from '../store/write-store';

/** The readers of the stores, except for the sample, which is generated. */
const READERS: Readonly<Record<Exclude<StoreName, 'sample'>, StoreReader>> = {
  dvdrental: readDvdrental,
  movielens: readMovielens,
};

/** The command's options. */
export interface ImportOptions {
  /** Path or URL of the source; required unless the store is a sample. */
  readonly from?: string;
  readonly minRating?: number;
  readonly dryRun?: boolean;
  readonly replace?: boolean;
  readonly customers: number;
  readonly films: number;
  readonly seed: number;
}

/**
 * Imports a store and prints a summary. Reads the whole source before it opens the graph, so that an invalid path or
 * value is reported before anything is downloaded, started or written.
 * @throws AppError BAD_USER_INPUT if an option or the source is invalid, or if the graph contains another store
 */
export async function importStore(
  store: StoreName,
  options: ImportOptions,
  settings: Settings,
  progress: Progress,
  output: NodeJS.WritableStream,
): Promise<void> {
  const { minRating, dryRun = false, replace = false } = options;
  if (settings.mapping && !dryRun) {
    throw new AppError(
      'BAD_USER_INPUT',
      'An import writes the labels Film, Actor, Category and Customer, and the mapping file names others. Unset REELGRAPH_CONFIG, or run the command in a folder without reelgraph.config.json.',
    );
  }
  const read = await readStore(store, options, progress);
  if (minRating !== undefined && !RentalTable.from(read.store.rentals).hasRatings) {
    throw new AppError('BAD_USER_INPUT', `--min-rating needs ratings: ${read.name} has none.`);
  }
  output.write(`${summarizeStore(read, minRating).join('\n')}\n`);
  if (dryRun) {
    output.write('Nothing was written (--dry-run).\n');
    return;
  }
  const { graph, close } = await openGraph(settings, progress, { shares: true });
  try {
    await writeStore(graph, read.store, { source: read.name, minRating, replace, progress });
  } finally {
    await close();
  }
}

async function readStore(
  store: StoreName,
  { from, customers, films, seed }: ImportOptions,
  progress: Progress,
): Promise<ReadStore> {
  if (store === 'sample') return readSample({ customers, films, seed }, progress);
  if (!from) throw new AppError('BAD_USER_INPUT', `--from is missing: reelgraph import ${store} --from PATH`);
  return progress(`Reading ${store}`, (report) => READERS[store](from, report));
}
