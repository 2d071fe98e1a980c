import { createRandom } from '../../../src/random';
import { createNearestFilms } from '../../../src/recommender/films/nearest-films';
import { umapMap } from '../../../src/recommender/films/umap-map';

const embeddingOf = (rows: readonly number[][]) => {
  const dimension = rows[0].length;
  const vectors = Float32Array.from(rows.flat());
  return { dimension, vectors, nearest: createNearestFilms(vectors, dimension) };
};

const random = createRandom(5);
const near = (centre: readonly number[]) => centre.map((value) => value + 0.05 * random.normal());
/** Two clusters of 20 films each, and one film without a vector. */
const rows = [
  ...Array.from({ length: 20 }, () => near([1, 0, 0, 0])),
  [0, 0, 0, 0],
  ...Array.from({ length: 20 }, () => near([0, 0, 0, 1])),
];

describe('umapMap', () => {
  it('separates clusters, leaves out films without a vector and is reproducible', async () => {
    const map = await umapMap(embeddingOf(rows));
    expect(map.map(({ film }) => film)).toEqual(rows.map((_, film) => film).filter((film) => film !== 20));
    const mean = (part: typeof map) =>
      part.reduce((sum, { x, y }) => [sum[0] + x / 20, sum[1] + y / 20], [0, 0]);
    const [first, second] = [map.slice(0, 20), map.slice(20)];
    const [a, b] = [mean(first), mean(second)];
    const spread = Math.max(...first.map(({ x, y }) => Math.hypot(x - a[0], y - a[1])));
    expect(Math.hypot(a[0] - b[0], a[1] - b[1])).toBeGreaterThan(spread);
    expect(await umapMap(embeddingOf(rows))).toEqual(map);
  }, 60_000);

  it('refuses graphs with fewer than three films', async () => {
    await expect(umapMap(embeddingOf([[1, 0]]))).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
  });
});
