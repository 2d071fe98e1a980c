import { AppError } from '../app-error';
import { openGraph } from '../open-graph';
import { SAMPLE } from '../prepare-graph';
import type { Progress } from '../progress';
import type { Settings } from '../settings';
import { importDvdrental } from '../store/dvdrental/import-dvdrental';
import { importMovielens } from '../store/movielens/import-movielens';
import { importSample } from '../store/sample/import-sample';

/** Options of the command as they were typed. */
export type ImportOptions = Readonly<Record<string, string | undefined>>;

/**
 * Imports a store by its name.
 * @throws AppError BAD_USER_INPUT before the graph is opened, where the words of the command are off
 */
export async function importStore(
  store: string,
  options: ImportOptions,
  settings: Settings,
  progress: Progress,
): Promise<void> {
  const importInto = chooseImport(store, options);
  const { graph, close } = await openGraph(settings, progress, { shares: true });
  try {
    await importInto(graph, progress);
  } finally {
    await close();
  }
}

type Import = (graph: Parameters<typeof importSample>[0], progress: Progress) => Promise<unknown>;

function chooseImport(store: string, options: ImportOptions): Import {
  const refuse = (message: string) => new AppError('BAD_USER_INPUT', message);
  if (store === 'sample') {
    const size = {
      customers: wholeNumber(options, 'customers', SAMPLE.customers),
      films: wholeNumber(options, 'films', SAMPLE.films),
      seed: wholeNumber(options, 'seed', SAMPLE.seed),
    };
    return (graph, progress) => importSample(graph, { ...size, progress });
  }
  if (store !== 'dvdrental' && store !== 'movielens') {
    throw refuse(`There is no store named ${store}; it takes sample, dvdrental or movielens.`);
  }
  const { from } = options;
  if (!from) throw refuse(`Say where the ${store} store is: reelgraph import ${store} --from DIR`);
  return store === 'dvdrental'
    ? (graph, progress) => importDvdrental(graph, { from, progress })
    : (graph, progress) => importMovielens(graph, { from, progress });
}

function wholeNumber(options: ImportOptions, name: string, otherwise: number): number {
  const typed = options[name];
  if (typed === undefined) return otherwise;
  const number = Number(typed);
  if (Number.isSafeInteger(number) && number >= 0) return number;
  throw new AppError('BAD_USER_INPUT', `--${name} got ${typed}; it takes a whole number.`);
}
