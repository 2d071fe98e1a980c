import {
  countByPopularity,
  popularityBin,
  summarizePopularity,
} from '../../../src/recommender/metrics/popularity-bins';

describe('popularity bins', () => {
  it.each([
    [0, 0],
    [1, 1],
    [5, 1],
    [6, 2],
    [1_000, 4],
  ])('put a film with %d rentals into bin %d', (rentals, bin) => {
    expect(popularityBin(rentals)).toBe(bin);
  });

  it('report hits and relative ranks, and count ties half', () => {
    // Film 0 is in the profile. Of the others, film 1 ranks first, and films 2 and 3 tie for the last two of three
    // ranks.
    const scores = Float32Array.of(9, 3, 1, 1);
    const counts = countByPopularity(scores, Int32Array.of(0), Int32Array.of(1, 3), [1], [1, 2, 30, 0]);
    const [never, few] = summarizePopularity([counts]);
    expect(never).toMatchObject({ maxRentals: 0, testRentals: 1, recall: 0, meanRank: 0.75, shown: 0 });
    expect(few).toMatchObject({ maxRentals: 5, testRentals: 1, recall: 1, meanRank: 0, shown: 1 });
  });
});
