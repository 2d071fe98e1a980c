import { AppError } from '../../app-error';
import { runTask } from '../../worker/start-worker';
import type { FilmEmbedding } from './film-catalogue';
import type { ProjectedFilms, Projection, ProjectionTask } from './project-films';

/** The position of a film on the map, by id. */
export interface FilmPoint {
  readonly film: string;
  readonly x: number;
  readonly y: number;
}

/** The position of a film on the map, by number. */
export interface MappedFilm {
  readonly film: number;
  readonly x: number;
  readonly y: number;
}

/** UMAP takes seconds for 1,000 films and a minute for 10,000; its time grows faster than the number of films. */
const MAX_UMAP_FILMS = 10_000;
/** UMAP requires more films than neighbors. */
const MIN_UMAP_FILMS = 3;

const known = new WeakMap<FilmEmbedding, Map<Projection, Promise<readonly MappedFilm[]>>>();

/**
 * Projects the films of an embedding to two dimensions in a worker thread. Films without a vector are left out. The
 * result is cached as long as the embedding is in use.
 * @throws {AppError} BAD_USER_INPUT if the graph has too many or too few films for UMAP
 */
export function filmMap(embedding: FilmEmbedding, projection: Projection): Promise<readonly MappedFilm[]> {
  let maps = known.get(embedding);
  if (!maps) known.set(embedding, (maps = new Map()));
  const own = maps;
  let map = own.get(projection);
  if (!map) {
    map = project(embedding, projection);
    own.set(projection, map);
    // Failures are not cached. The caller handles them.
    map.catch(() => own.delete(projection));
  }
  return map;
}

async function project(
  { vectors, dimension, nearest }: FilmEmbedding,
  projection: Projection,
): Promise<MappedFilm[]> {
  if (projection === 'UMAP') requireUmapSize(vectors.length / dimension, nearest.has);
  const task: ProjectionTask = { vectors, dimension, projection };
  const { films, xs, ys } = await runTask<ProjectionTask, ProjectedFilms>(__dirname, 'map-worker', task);
  return Array.from(films, (film, row) => ({ film, x: xs[row], y: ys[row] }));
}

function requireUmapSize(films: number, has: (film: number) => boolean): void {
  let count = 0;
  for (let film = 0; film < films; film++) if (has(film)) count++;
  if (count >= MIN_UMAP_FILMS && count <= MAX_UMAP_FILMS) return;
  const message = `Invalid projection UMAP: it requires between ${MIN_UMAP_FILMS} and ${MAX_UMAP_FILMS} films with an embedding, and this graph has ${count}. Use the projection PCA.`;
  throw new AppError('BAD_USER_INPUT', message);
}
