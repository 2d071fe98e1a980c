import { AppError } from '../../app-error';
import { startThread } from '../../start-thread';
import type { FilmEmbedding } from './film-catalogue';
import { filmDirections, type MappedFilm } from './film-map';
import type { UmapResult, UmapTask } from './umap-worker';

/** The time of UMAP grows faster than the number of films: 1,000 take seconds, 10,000 a minute. */
const MAX_FILMS = 10_000;
/** UMAP needs more films than neighbours. */
const MIN_FILMS = 3;

const known = new WeakMap<FilmEmbedding, Promise<readonly MappedFilm[]>>();

/**
 * Projects the films of an embedding to two dimensions by UMAP (McInnes et al. 2018) in a worker thread. Films
 * without a vector are left out. The result is cached as long as the embedding exists.
 * @throws {AppError} BAD_USER_INPUT if the graph has too many or too few films for UMAP
 */
export function umapMap(embedding: FilmEmbedding): Promise<readonly MappedFilm[]> {
  let map = known.get(embedding);
  if (!map) {
    map = project(embedding);
    known.set(embedding, map);
    // A failure is not cached.
    map.catch(() => known.delete(embedding));
  }
  return map;
}

async function project(embedding: FilmEmbedding): Promise<MappedFilm[]> {
  const { films, rows } = filmDirections(embedding);
  if (films.length > MAX_FILMS || films.length < MIN_FILMS) {
    const message = `Invalid projection UMAP: it requires between ${MIN_FILMS} and ${MAX_FILMS} films with an embedding, and this graph has ${films.length}. Use the projection PCA.`;
    throw new AppError('BAD_USER_INPUT', message);
  }
  const { xs, ys } = await runWorker({ rows, dimension: embedding.dimension });
  return films.map((film, row) => ({ film, x: xs[row], y: ys[row] }));
}

function runWorker(task: UmapTask): Promise<UmapResult> {
  const worker = startThread(__dirname, 'umap-worker', task);
  return new Promise((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`The UMAP worker exited with code ${code}.`)));
  });
}
