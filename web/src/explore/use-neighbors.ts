import { type Embedding, FilmAndNeighborsDocument } from '../api/operations.generated';
import { useApiQuery } from '../api/use-api-query';

const NEIGHBORS = 10;

/** Queries the selected film and its nearest neighbors. */
export const useNeighbors = (film: string | undefined, embedding: Embedding) =>
  useApiQuery(
    FilmAndNeighborsDocument,
    { film: film ?? '', first: NEIGHBORS, embedding },
    { enabled: film !== undefined, keepPrevious: true },
  );
