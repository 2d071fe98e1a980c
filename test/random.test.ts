import { createRandom } from '../src/random';

const take = (count: number, next: () => number) => Array.from({ length: count }, next);

describe('createRandom', () => {
  test('gives the same numbers for the same seed, and other numbers for another seed', () => {
    const [a, b, c] = [7, 7, 8].map((seed) => take(50, createRandom(seed).next));
    expect(a).toEqual(b);
    expect(a.some((value, at) => value === c[at])).toBe(false);
  });

  test('gives the numbers of the published xoshiro128++', () => {
    const random = createRandom(0);
    random.restore([1, 2, 3, 4]);
    expect(take(4, () => random.next() * 2 ** 32)).toEqual([641, 1573767, 3222811527, 3517856514]);
  });

  test('is uniform and normal in its moments', () => {
    const random = createRandom(1);
    const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
    const uniform = take(50_000, random.next);
    expect(mean(uniform)).toBeCloseTo(0.5, 2);
    expect(Math.min(...uniform)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...uniform)).toBeLessThan(1);
    const normal = take(50_000, random.normal);
    expect(mean(normal)).toBeCloseTo(0, 1);
    expect(mean(normal.map((x) => x ** 2))).toBeCloseTo(1, 1);
    expect(mean(normal.map((x) => x ** 4))).toBeCloseTo(3, 0);
  });

  test('draws every integer below n about equally often', () => {
    const random = createRandom(3);
    const counts = new Array<number>(7).fill(0);
    for (let draw = 0; draw < 70_000; draw++) counts[random.integer(7)]++;
    for (const count of counts) expect(Math.abs(count - 10_000)).toBeLessThan(400);
  });

  test('keeps all elements when shuffling', () => {
    const list = createRandom(5).shuffle(Int32Array.from({ length: 100 }, (_, i) => i));
    expect([...list]).not.toEqual([...list].sort((a, b) => a - b));
    expect([...list].sort((a, b) => a - b)).toEqual(Array.from({ length: 100 }, (_, i) => i));
  });

  test('continues the same sequence after a restore', () => {
    const random = createRandom(11);
    take(10, random.normal);
    const saved = JSON.parse(JSON.stringify(random.save()));
    const restored = createRandom(0);
    restored.restore(saved);
    expect(take(10, restored.next)).toEqual(take(10, random.next));
  });
});
