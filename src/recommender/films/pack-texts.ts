import { setImmediate as otherWork } from 'node:timers/promises';

/** Ids and titles of films. */
export interface FilmTexts {
  readonly films: readonly string[];
  readonly titles: readonly string[];
}

/** Ids and titles in shared memory, which threads exchange without a copy: JSON of FilmTexts, some films in each part. */
export type PackedTexts = readonly Uint8Array[];

/** Films of a part, which is unpacked within about a millisecond. */
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

/** Unpacks ids and titles part by part. Lets other work of the thread run in between. */
export async function* unpackTexts(parts: PackedTexts): AsyncGenerator<FilmTexts, void, void> {
  for (const { buffer, byteOffset, length } of parts) {
    yield JSON.parse(Buffer.from(buffer, byteOffset, length).toString()) as FilmTexts;
    await otherWork();
  }
}
