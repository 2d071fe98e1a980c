import { customerVisits, type SeenList } from '../../../src/recommender/impressions/customer-visits';
import { DAY_MS } from '../../../src/recommender/policies/visit';
import type { NumberedRental } from '../../../src/recommender/rentals/rental-order';

const HOUR_MS = 3_600_000;
const at = (day: number, hour = 0) => day * DAY_MS + hour * HOUR_MS;
const list = (servedAt: number, films: number[], ...attributed: number[]): SeenList => ({
  servedAt,
  films,
  attributed: new Set(attributed),
});
const rental = (time: number, film: number, rating = NaN): NumberedRental => ({ at: time, film, rating });
const NONE = { film: -1, rating: NaN };

describe('the visits of a customer', () => {
  it('have a step for each day with a list, the last one of the day, or with a rental', () => {
    const lists = [list(at(10, 8), [1, 2]), list(at(10, 9), [3, 4]), list(at(12), [1, 2])];
    expect(customerVisits(lists, [rental(at(11), 7, 4)])).toEqual([
      { day: 10, list: [3, 4], ...NONE },
      { day: 11, list: [], film: 7, rating: 4 },
      { day: 12, list: [1, 2], ...NONE },
    ]);
  });

  it('count a rental on the day of the list that it was attributed to', () => {
    const lists = [list(at(10), [1, 2], 1), list(at(11), [1, 3])];
    expect(customerVisits(lists, [rental(at(11, 2), 1)])).toEqual([
      { day: 10, list: [1, 2], film: 1, rating: NaN },
      { day: 11, list: [1, 3], ...NONE },
    ]);
  });

  it('attribute a rental without a list to the last list of its day that shows the film', () => {
    const lists = [list(at(10, 1), [1, 2]), list(at(10, 2), [2, 3]), list(at(10, 4), [1, 2])];
    expect(customerVisits(lists, [rental(at(10, 3), 2)])).toEqual([
      { day: 10, list: [2, 3], film: 2, rating: NaN },
    ]);
    // A list of another day does not count.
    expect(customerVisits([list(at(9), [2])], [rental(at(10), 2)])).toEqual([
      { day: 9, list: [2], ...NONE },
      { day: 10, list: [], film: 2, rating: NaN },
    ]);
  });

  it('have a step for each rental of a day; a second one from a list is a choice among its other films', () => {
    const lists = [list(at(10), [1, 2, 3])];
    const rentals = [rental(at(10, 1), 2), rental(at(10, 2), 9), rental(at(10, 3), 3)];
    expect(customerVisits(lists, rentals)).toEqual([
      { day: 10, list: [1, 2, 3], film: 2, rating: NaN },
      { day: 10, list: [], film: 9, rating: NaN },
      { day: 10, list: [1, 3], film: 3, rating: NaN },
    ]);
    // The customer saw the list, but rented another film.
    expect(customerVisits(lists, [rental(at(10, 1), 9)])).toEqual([
      { day: 10, list: [1, 2, 3], film: 9, rating: NaN },
    ]);
  });

  it('put rentals without a time on day 0, and ignore lists after a first rental', () => {
    expect(customerVisits([list(at(10), [1, 2], 1)], [rental(0, 1)])).toEqual([
      { day: 0, list: [], film: 1, rating: NaN },
      { day: 10, list: [1, 2], ...NONE },
    ]);
  });
});
