import { setImmediate as otherWork } from 'node:timers/promises';

/** Ids and titles of films. */
export interface FilmTexts {
  readonly films: readonly string[];
  readonly titles: readonly string[];
}

/**
 * Ids and titles in shared memory, which threads can exchange without copying: parts of JSON (FilmTexts), each with
 * some of the films.
 */
export type PackedTexts = readonly Uint8Array[];

/** Number of films in a part. Unpacking a part takes about a millisecond. */
const FILMS_PER_PART = 2_000;

/** Packs ids and titles. */
export function packTexts({ films, titles }: FilmTexts): PackedTexts {
  const parts: Uint8Array[] = [];
  for (let from = 0; from < films.length; from += FILMS_PER_PART) {
    const to = from + FILMS_PER_PART;
    const part: FilmTexts = { films: films.slice(from, to), titles: titles.slice(from, to) };
    const bytes = Buffer.from(JSON.stringify(part));
    const shared = new Uint8Array(new SharedArrayBuffer(bytes.length));
    shared.set(bytes);
    parts.push(shared);
  }
  return parts;
}

/** Unpacks ids and titles part by part. Yields to other work of the thread in between. */
export async function* unpackTexts(parts: PackedTexts): AsyncGenerator<FilmTexts, void, void> {
  for (const { buffer, byteOffset, length } of parts) {
    yield JSON.parse(Buffer.from(buffer, byteOffset, length).toString()) as FilmTexts;
    await otherWork();
  }
}
