import type { EmbeddingName } from '../../embeddings/embedding';
import type { PackedFilms } from './pack-films';
import type { PackedTexts } from './pack-texts';

/** The data of a catalogue. It can be posted to another thread, which then shares the memory. */
export interface FilmCatalogueData {
  readonly texts: PackedTexts;
  readonly embeddings: Readonly<Partial<Record<EmbeddingName, PackedFilms>>>;
  readonly space: string;
}
