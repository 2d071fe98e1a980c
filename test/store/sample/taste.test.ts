import { createRandom } from '../../../src/random';
import { generateSampleStore } from '../../../src/store/sample/generate-sample-store';
import { createTaste } from '../../../src/store/sample/taste';

describe('createTaste', () => {
  const films = 300;
  const taste = createTaste(generateSampleStore({ customers: 20, films, seed: 3 }));

  it.each([
    ['the first rental', [], 0],
    ['a short history', [4, 9, 77], 0.4],
    ['a repeated film', [4, 4, 120, 4], 1],
    ['a history of every film', Array.from({ length: films }, (_, film) => film), 0.5],
  ])('draws rentals with the stated probabilities: %s', (_name, history, progress) => {
    const chances = taste.nextRental(3, history, progress);
    const random = createRandom(5);
    const draws = 100_000;
    const counts = new Float64Array(films);
    for (let i = 0; i < draws; i++) counts[taste.drawRental(3, history, progress, random)]++;
    let chiSquared = 0;
    let freedom = -1;
    chances.forEach((chance, film) => {
      const expected = chance * draws;
      if (expected < 5) return;
      chiSquared += (counts[film] - expected) ** 2 / expected;
      freedom++;
    });
    // The statistic has the mean `freedom` and the variance 2 · freedom.
    expect(Math.abs(chiSquared - freedom) / Math.sqrt(2 * freedom)).toBeLessThan(4);
  });

  it('draws in constant time, independent of the number of films', () => {
    const visited = new Set<number>();
    const store = generateSampleStore({ customers: 1, films: 30_000, seed: 1 });
    const counting = store.traits.films.map((film, number) =>
      Object.defineProperty({ ...film }, 'actors', { get: () => (visited.add(number), film.actors) }),
    );
    const large = createTaste({ traits: { ...store.traits, films: counting } });
    visited.clear();
    large.drawRental(0, [7], 0.5, createRandom(1));
    expect([...visited]).toEqual([7]);
  });
});
