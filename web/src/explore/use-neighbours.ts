import { type Embedding, FilmAndNeighborsDocument } from '../api/operations.generated';
import { useAsk } from '../api/use-ask';

const FIRST = 10;

/** A film and the films nearest to it, once one is chosen. */
export const useNeighbours = (film: string | undefined, embedding: Embedding) =>
  useAsk(
    FilmAndNeighborsDocument,
    { film: film ?? '', first: FIRST, embedding },
    { enabled: film !== undefined, keep: true },
  );
