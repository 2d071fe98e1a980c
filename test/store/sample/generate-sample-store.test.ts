import { generateSampleStore } from '../../../src/store/sample/generate-sample-store';
import type { StoreRental } from '../../../src/store/rental-table';

const SIZE = { customers: 599, films: 1_000, seed: 1 };

describe('generateSampleStore', () => {
  const store = generateSampleStore(SIZE);

  it('generates a store of the size of the tutorial', () => {
    expect(store.films).toHaveLength(1_000);
    expect(store.actors).toHaveLength(200);
    expect(store.categories).toHaveLength(16);
    expect(store.customers).toHaveLength(599);
    expect(store.rentals.length).toBeGreaterThan(15_000);
    expect(store.rentals.length).toBeLessThan(17_000);
    expect(new Set(store.actedIn.map(({ actor }) => actor)).size).toBe(200);
    expect(new Set(store.films.map(({ title }) => title)).size).toBe(1_000);
    const years = (store.rentals.at(-1)!.at - store.rentals[0].at) / (365 * 86_400_000);
    expect(years).toBeCloseTo(2, 1);
  });

  it('rarely repeats a rental, and rents nearly every film', () => {
    const pairs = new Set(store.rentals.map(({ customer, film }) => `${customer} ${film}`));
    expect(pairs.size / store.rentals.length).toBeGreaterThan(0.97);
    expect(countBy(store.rentals, ({ film }) => film).size).toBeGreaterThan(900);
  });

  it.each([
    { customers: 300, films: 500, seed: 2 },
    { ...SIZE, seed: 3 },
    { customers: 1_800, films: 3_000, seed: 1 },
  ])('gives about 40 % of the rentals to the top 10 % of $films films', (size) => {
    const { films, rentals } = generateSampleStore(size);
    const share = topShare(
      countBy(rentals, ({ film }) => film),
      films.length / 10,
    );
    expect(share).toBeGreaterThan(0.36);
    expect(share).toBeLessThan(0.44);
  });

  it('generates the same store from the same seed, and another store from another seed', () => {
    expect(generateSampleStore(SIZE)).toEqual(store);
    expect(generateSampleStore({ ...SIZE, seed: 2 }).rentals).not.toEqual(store.rentals);
  });

  it('gives customers tastes: their rentals are concentrated in a few categories', () => {
    const categoryOf = new Map(store.ofGenre.map(({ film, category }) => [film, category]));
    const byCategory = (rentals: readonly StoreRental[]) =>
      countBy(rentals, ({ film }) => categoryOf.get(film)!);
    const own = store.customers.map(({ id }) =>
      topShare(byCategory(store.rentals.filter(({ customer }) => customer === id)), 4),
    );
    const mean = own.reduce((a, b) => a + b, 0) / own.length;
    expect(mean).toBeGreaterThan(topShare(byCategory(store.rentals), 4) + 0.2);
  });
});

function countBy(rentals: readonly StoreRental[], key: (rental: StoreRental) => string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const rental of rentals) counts.set(key(rental), (counts.get(key(rental)) ?? 0) + 1);
  return counts;
}

/** Returns the share of the `top` largest counts in the total. */
function topShare(counts: Map<string, number>, top: number): number {
  const sorted = [...counts.values()].sort((a, b) => b - a);
  const sum = (list: number[]) => list.reduce((a, b) => a + b, 0);
  return sum(sorted.slice(0, top)) / sum(sorted);
}
