import { AppError } from '../app-error';
import type { Graph, RunCypher } from '../graph/graph';
import { isFilled } from './is-filled';

/** An imported store, as described by the graph's Import node. */
export interface ImportedStore {
  /** The name for messages, such as "movielens ml-latest". */
  readonly source: string;
  /** The identity of the store, by `storeContent`. */
  readonly content: string;
  /** Ratings below this do not count as rentals; null if all count. */
  readonly minRating: number | null;
}

const READ = `
  MATCH (import:Import)
  RETURN import.source AS source, import.content AS content, import.minRating AS minRating,
    import.finishedAt IS NOT NULL AS finished, coalesce(import.customersWritten, 0) AS customersWritten`;
const FORGET_OTHERS =
  'MATCH (import:Import) WHERE import.content IS NULL OR import.content <> $content DELETE import';
const BEGIN = `
  MERGE (import:Import {content: $content})
  SET import.source = $source, import.minRating = $minRating, import.startedAt = datetime(), import.finishedAt = null,
    import.customersWritten = $customersWritten`;
/** Locks the node before reading it, so that two imports cannot write the same customers. */
const ADVANCE = `
  MATCH (import:Import {content: $content}) SET import.writtenAt = datetime()
  WITH import, import.customersWritten AS written SET import.customersWritten = $to
  RETURN written`;
const FINISH = 'MATCH (import:Import {content: $content}) SET import.finishedAt = datetime()';

type Row = Omit<ImportedStore, 'content'> & {
  readonly content: string | null;
  readonly finished: boolean;
  readonly customersWritten: number;
};

/**
 * Begins to import a store. A graph can contain only one store, because the ids of two stores would mix.
 * @param deleteStore deletes another store that the graph contains; without it, another store is an error
 * @returns the number of customers whose rentals were written by an unfinished import of the same store
 * @throws AppError BAD_USER_INPUT if the graph contains anything else
 */
export async function beginImport(
  graph: Graph,
  store: ImportedStore,
  deleteStore?: () => Promise<void>,
): Promise<number> {
  const [filled, held] = await Promise.all([isFilled(graph), graph.read<Row>(READ)]);
  const same = held.find(
    ({ content, minRating }) => content === store.content && minRating === store.minRating,
  );
  if (filled && !same) {
    if (!deleteStore) throw refusal(store, held[0]);
    await deleteStore();
  }
  const customersWritten = filled && same && !same.finished ? same.customersWritten : 0;
  await graph.write(FORGET_OTHERS, { content: store.content });
  await graph.write(BEGIN, { ...store, customersWritten });
  return customersWritten;
}

function refusal(store: ImportedStore, held: Row | undefined): AppError {
  const advice =
    'Import into an empty graph (another NEO4J_DATABASE or REELGRAPH_HOME), or add --replace to delete the store of the graph and everything that was learned from it.';
  const isOtherMinimum = held?.content === store.content;
  const reason = isOtherMinimum
    ? `The graph contains ${store.source} with ${describeMinimum(held.minRating)}, and this import has ${describeMinimum(store.minRating)}.`
    : held
      ? `The graph contains another store, ${held.source}, and the ids of ${store.source} would mix with its ids.`
      : `The graph contains films or customers that reelgraph did not import, and the ids of ${store.source} would mix with theirs.`;
  return new AppError('BAD_USER_INPUT', `${reason} ${held ? advice : advice.replace(/, or add.*/, '.')}`);
}

const describeMinimum = (minRating: number | null) =>
  minRating === null ? 'all ratings as rentals' : `ratings from ${minRating} as rentals`;

/**
 * Records, in the transaction of `run`, that the rentals of the customers before `to` are written.
 * @returns false if they were already written, because this transaction is a retry of one whose commit was not
 * acknowledged
 * @throws AppError BAD_USER_INPUT if another import is writing the same store
 */
export async function advanceImport(
  run: RunCypher,
  content: string,
  { from, to }: { from: number; to: number },
): Promise<boolean> {
  const [{ written } = { written: -1 }] = await run<{ written: number }>(ADVANCE, { content, to });
  if (written === from) return true;
  if (written === to) return false;
  throw new AppError(
    'BAD_USER_INPUT',
    'Another import is writing to this graph. Wait until it has finished, and import again.',
  );
}

/** Marks the import as finished. */
export const finishImport = (graph: Graph, content: string): Promise<unknown[]> =>
  graph.write(FINISH, { content });
