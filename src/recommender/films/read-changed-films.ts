import { EMBEDDING_NAMES, type EmbeddingName } from '../../embeddings/embedding';
import type { Graph } from '../../graph/graph';
import type { FilmCatalogueData } from './film-catalogue-data';
import {
  type EmbeddingMark,
  type FilmMark,
  type FilmRow,
  readFilmMarks,
  readFilms,
  readFilmsById,
} from './film-repository';
import { unpackTexts } from './pack-texts';

/** If a larger share of films has changed, reading all films is faster. */
const MAX_CHANGED = 0.1;

/**
 * Like `readFilms`, but reads in full only films that differ from an earlier reading: added and renamed films, and
 * films with a changed embedding. An embedding counts as unchanged if its length and three of its numbers are the same.
 */
export async function readFilmsSince(graph: Graph, earlier: FilmCatalogueData): Promise<FilmRow[]> {
  const [marks, known] = await Promise.all([readFilmMarks(graph), rowsOf(earlier)]);
  const isKnown = (mark: FilmMark) => {
    const row = known.get(mark.id);
    return (
      row?.title === mark.title &&
      EMBEDDING_NAMES.every((name) =>
        isSame(row[name], mark[name], earlier.embeddings[name]?.dimension ?? mark[name]?.size),
      )
    );
  };
  const changed = new Set(marks.filter((mark) => !isKnown(mark)).map(({ id }) => id));
  if (changed.size > MAX_CHANGED * marks.length) return readFilms(graph);
  const read = new Map((await readFilmsById(graph, [...changed])).map((row) => [row.id, row]));
  // The film may have been deleted after its mark was read.
  return marks.flatMap<FilmRow>(({ id }) => (changed.has(id) ? read.get(id) : known.get(id)) ?? []);
}

/** A film of an earlier reading. */
type KnownFilm = Pick<FilmRow, 'id' | 'title'> & Record<EmbeddingName, number[] | null>;

/** The rows of an earlier reading. */
async function rowsOf({ texts, embeddings }: FilmCatalogueData): Promise<Map<string, KnownFilm>> {
  const rows = new Map<string, KnownFilm>();
  for await (const { films, titles } of unpackTexts(texts)) {
    films.forEach((id, index) => {
      const number = rows.size;
      const [NODE2VEC, FASTRP] = (['NODE2VEC', 'FASTRP'] as const).map((name) => {
        const { vectors, dimension } = embeddings[name] ?? { vectors: new Float32Array(), dimension: 0 };
        const vector = vectors.subarray(number * dimension, (number + 1) * dimension);
        return vector.some((value) => value !== 0) ? Array.from(vector) : null;
      });
      rows.set(id, { id, title: titles[index], NODE2VEC, FASTRP });
    });
  }
  return rows;
}

/** An embedding of unusual length counts as missing. */
function isSame(known: number[] | null, mark: EmbeddingMark | null, dimension: number | undefined): boolean {
  const usable = mark && mark.size === dimension ? mark : null;
  if (!known || !usable) return !known && !usable;
  const { size, numbers } = usable;
  return markedIndexes(size).every((index, i) => Math.fround(numbers[i]) === known[index]);
}

/** The indexes of a mark's numbers, as in the statement that reads marks. */
const markedIndexes = (size: number) => [0, Math.floor(size / 2), size - 1];
