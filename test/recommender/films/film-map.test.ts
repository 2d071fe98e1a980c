import { createRandom } from '../../../src/random';
import { filmMap } from '../../../src/recommender/films/film-map';
import { createNearestFilms } from '../../../src/recommender/films/nearest-films';

const embeddingOf = (rows: readonly number[][]) => {
  const dimension = rows[0].length;
  const vectors = Float32Array.from(rows.flat());
  return { dimension, vectors, nearest: createNearestFilms(vectors, dimension) };
};

const random = createRandom(5);
const near = (center: readonly number[]) => center.map((value) => value + 0.05 * random.normal());
/** Two clusters of 20 films each, and one film without a vector. */
const CLUSTERS = [
  ...Array.from({ length: 20 }, () => near([1, 0, 0, 0])),
  [0, 0, 0, 0],
  ...Array.from({ length: 20 }, () => near([0, 0, 0, 1])),
];

describe('a map by PCA', () => {
  it('places films with similar directions together, regardless of the length of their vectors', async () => {
    const map = await filmMap(embeddingOf([[1, 0.1, 0], [9, 1, 0.2], [0, 0.1, 1], [0.1, 0, 7], [0, 1, 0]]), 'PCA'); // prettier-ignore
    const apart = (a: number, b: number) => Math.hypot(map[a].x - map[b].x, map[a].y - map[b].y);
    expect(apart(0, 1)).toBeLessThan(0.1);
    expect(apart(2, 3)).toBeLessThan(0.3);
    for (const [a, b] of [[0, 2], [0, 4], [2, 4]]) expect(apart(a, b)).toBeGreaterThan(0.8); // prettier-ignore
  });
});

describe('a map by UMAP', () => {
  it('separates clusters', async () => {
    const map = await filmMap(embeddingOf(CLUSTERS), 'UMAP');
    const mean = (part: typeof map) =>
      part.reduce((sum, { x, y }) => [sum[0] + x / 20, sum[1] + y / 20], [0, 0]);
    const [first, second] = [map.slice(0, 20), map.slice(20)];
    const [a, b] = [mean(first), mean(second)];
    const spread = Math.max(...first.map(({ x, y }) => Math.hypot(x - a[0], y - a[1])));
    expect(Math.hypot(a[0] - b[0], a[1] - b[1])).toBeGreaterThan(spread);
  });

  it('refuses graphs with fewer than three films', async () => {
    const map = filmMap(embeddingOf([[1, 0]]), 'UMAP');
    await expect(map).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
  });
});

describe.each(['PCA', 'UMAP'] as const)('a map by %s', (projection) => {
  it('has its mean at 0, 0, leaves out films without a vector, and is reproducible', async () => {
    const map = await filmMap(embeddingOf(CLUSTERS), projection);
    expect(map.map(({ film }) => film)).toEqual(
      CLUSTERS.map((_, film) => film).filter((film) => film !== 20),
    );
    expect(map.reduce((sum, { x }) => sum + x, 0)).toBeCloseTo(0, 9);
    expect(map.reduce((sum, { y }) => sum + y, 0)).toBeCloseTo(0, 9);
    expect(await filmMap(embeddingOf(CLUSTERS), projection)).toEqual(map);
  });

  it('is computed once for an embedding', () => {
    const embedding = embeddingOf(CLUSTERS);
    expect(filmMap(embedding, projection)).toBe(filmMap(embedding, projection));
  });
});
