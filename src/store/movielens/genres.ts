/** The genres of u.item of ml-100k, in the order of its flags. */
export const FLAG_GENRES = [
  'unknown', 'Action', 'Adventure', 'Animation', "Children's", 'Comedy', 'Crime', 'Documentary', 'Drama', 'Fantasy',
  'Film-Noir', 'Horror', 'Musical', 'Mystery', 'Romance', 'Sci-Fi', 'Thriller', 'War', 'Western',
] as const; // prettier-ignore

const MORE_GENRES = [
  'Children', 'IMAX', 'Family', 'Biography', 'History', 'Sport', 'Sports', 'Music', 'Short', 'News', 'Adult', 'Foreign',
]; // prettier-ignore
const KNOWN = new Set([...FLAG_GENRES, ...MORE_GENRES].map((genre) => genre.toLowerCase()));

/** Values that mean that a film has no genre. */
const NO_GENRE = new Set(['unknown', '(no genres listed)', 'no genres listed', 'none', 'n/a', '[]']);

const SEPARATORS = ['|', ';', ',', '/'] as const;

/** Splits the values of a column of genres. */
export interface GenreSplitter {
  /** The separator that was detected, for the summary of an import. */
  readonly form: string;
  split(value: string): string[];
}

/**
 * Detects how the genres of a column are separated. Genres that differ only in case are one genre, in its first spelling.
 * @param values all values of the column
 * @param isSequence whether the header declares values separated by spaces (RecBole's token_seq)
 */
export function createGenreSplitter(values: readonly string[], isSequence: boolean): GenreSplitter {
  const some = values.filter((value) => !NO_GENRE.has(value.trim().toLowerCase()));
  const { form, pieces } = chooseSplit(some, isSequence);
  const split = (value: string): string[] => {
    if (NO_GENRE.has(value.trim().toLowerCase())) return [];
    const genres = pieces(value).map((genre) => genre.trim());
    return genres.filter((genre) => genre !== '' && !NO_GENRE.has(genre.toLowerCase()));
  };
  const found = new Set(some.flatMap(split));
  const spellings = new Map([...found].reverse().map((genre) => [genre.toLowerCase(), genre]));
  const merged = found.size - spellings.size;
  const spell = (genre: string) => spellings.get(genre.toLowerCase()) ?? genre;
  return {
    form: merged > 0 ? `${form}; ${merged} that differ from others only in case were merged` : form,
    split: (value) => [...new Set(split(value).map(spell))],
  };
}

function chooseSplit(
  values: readonly string[],
  isSequence: boolean,
): { form: string; pieces: (value: string) => string[] } {
  if (values.some((value) => value.trim().startsWith('[')))
    return { form: 'lists in brackets', pieces: readList };
  const separator = SEPARATORS.find((candidate) => values.some((value) => value.includes(candidate)));
  if (separator) return { form: `separated by "${separator}"`, pieces: (value) => value.split(separator) };
  const words = (value: string) => value.split(/\s+/);
  const areWords = values.length > 0 && values.every((value) => words(value.trim()).every(isKnownGenre));
  return isSequence || areWords
    ? { form: 'separated by spaces', pieces: words }
    : { form: 'one for each film', pieces: (value) => [value] };
}

/** Parses ["Action", "Comedy"], also with single quotes, or the names of [{"id": 16, "name": "Animation"}]. */
function readList(value: string): string[] {
  const names = /['"]name['"]\s*:\s*(?:"([^"]*)"|'([^']*)')/g;
  const texts = /"([^"]*)"|'([^']*)'/g;
  const pattern = value.includes('{') ? names : texts;
  const found = [...value.matchAll(pattern)].map(([, double, single]) => double ?? single);
  return found.length > 0 ? found : value.replace(/^\s*\[|\]\s*$/g, '').split(',');
}

/** Whether a word is a genre of MovieLens. */
export const isKnownGenre = (word: string): boolean => KNOWN.has(word.trim().toLowerCase());
