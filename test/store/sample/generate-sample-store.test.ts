import { generateSampleStore } from '../../../src/store/sample/generate-sample-store';

const SIZE = { customers: 599, films: 1_000, seed: 1 };

describe('generateSampleStore', () => {
  const store = generateSampleStore(SIZE);

  it('makes a store of the size of the tutorial', () => {
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

  it('lets few rentals repeat, nearly every film be rented, and some films far more often than others', () => {
    const pairs = new Set(store.rentals.map(({ customer, film }) => `${customer} ${film}`));
    expect(pairs.size / store.rentals.length).toBeGreaterThan(0.97);
    const rentedBy = new Map<string, number>();
    for (const { film } of store.rentals) rentedBy.set(film, (rentedBy.get(film) ?? 0) + 1);
    expect(rentedBy.size).toBeGreaterThan(950);
    const counts = [...rentedBy.values()].sort((a, b) => b - a);
    expect(counts[0]).toBeGreaterThan(4 * counts[500]);
  });

  it('makes the same store from the same seed, another from another', () => {
    expect(generateSampleStore(SIZE)).toEqual(store);
    expect(generateSampleStore({ ...SIZE, seed: 2 }).rentals).not.toEqual(store.rentals);
  });

  it('gives customers tastes: what they rented tells what they rent next', () => {
    const category = new Map(store.ofGenre.map(({ film, category }) => [film, category]));
    const share = (count: Map<string, number>, top: number) => {
      const sorted = [...count.values()].sort((a, b) => b - a);
      return sorted.slice(0, top).reduce((a, b) => a + b, 0) / sorted.reduce((a, b) => a + b, 0);
    };
    const countBy = (rentals: typeof store.rentals) => {
      const count = new Map<string, number>();
      for (const { film } of rentals)
        count.set(category.get(film)!, (count.get(category.get(film)!) ?? 0) + 1);
      return count;
    };
    const loyal = store.customers.map(({ id }) =>
      share(countBy(store.rentals.filter((r) => r.customer === id)), 4),
    );
    const mean = loyal.reduce((a, b) => a + b, 0) / loyal.length;
    expect(mean).toBeGreaterThan(share(countBy(store.rentals), 4) + 0.2);
  });
});
