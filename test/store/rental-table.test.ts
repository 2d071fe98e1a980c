import { mergeRentals } from '../../src/store/merge-rentals';
import { RentalTable } from '../../src/store/rental-table';
import { storeContent } from '../../src/store/store-content';
import type { StoreRental } from '../../src/store/rental-table';
import type { Store } from '../../src/store/store';

const RENTALS: StoreRental[] = [
  { customer: 'b', film: '1', at: 3, rating: 4.1 },
  { customer: 'a', film: '1', at: 1 },
  { customer: 'b', film: '2', at: 2, rating: 0.5 },
  { customer: 'b', film: '1', at: 1, rating: 2 },
];

describe('RentalTable', () => {
  it('returns the rentals that were added, one by one and by customer', () => {
    const table = RentalTable.from(RENTALS);
    expect([...table]).toEqual(RENTALS);
    expect([...table.byCustomer()]).toEqual([
      { customer: 'b', rentals: [RENTALS[0], RENTALS[2], RENTALS[3]] },
      { customer: 'a', rentals: [RENTALS[1]] },
    ]);
    expect(table.countPairs()).toBe(3);
    expect(table.hasRatings).toBe(true);
    expect(RentalTable.from(table)).toBe(table);
  });

  it('keeps rows of different chunks separate', () => {
    const table = new RentalTable();
    const rows = 2 ** 20 + 3;
    for (let row = 0; row < rows; row++)
      table.add(`${row % 7}`, `${row % 5}`, row, row % 2 ? row % 11 : undefined);
    let row = 0;
    let inOrder = 0;
    table.forEach((_customer, _film, at) => (inOrder += Number(at === row++)));
    expect(inOrder).toBe(rows);
    const [{ rentals }] = table.byCustomer();
    expect(rentals.at(-1)!.at).toBe(rows - 1 - ((rows - 1) % 7));
    expect(table.countPairs()).toBe(35);
  });
});

describe('mergeRentals', () => {
  it('keeps the first and last time, the number of rentals and the latest rating', () => {
    const [first, second, third] = mergeRentals(RENTALS);
    expect(first).toEqual({ customer: 'b', film: '1', firstAt: 1, lastAt: 3, times: 2, rating: 4.1 });
    expect(second).toMatchObject({ customer: 'a', times: 1, rating: undefined });
    expect(third).toMatchObject({ film: '2', times: 1, rating: 0.5 });
  });

  it('does not let a rental without a rating hide an earlier rating', () => {
    const rental = { customer: 'a', film: '1' };
    const [merged] = mergeRentals([
      { ...rental, at: 1, rating: 2 },
      { ...rental, at: 3 },
      { ...rental, at: 2, rating: 5 },
    ]);
    expect(merged).toMatchObject({ times: 3, rating: 5 });
  });
});

describe('storeContent', () => {
  const store: Store = {
    films: ['1', '2'].map((id) => ({ id, title: id })),
    actors: [],
    categories: [],
    customers: [{ id: 'a' }, { id: 'b' }],
    actedIn: [],
    ofGenre: [],
    rentals: RENTALS,
  };

  it('does not depend on the order of records or on titles', () => {
    const reordered = {
      ...store,
      films: [...store.films].reverse().map(({ id }) => ({ id, title: 'x' })),
      rentals: RentalTable.from([...RENTALS].reverse()),
    };
    expect(storeContent(reordered)).toBe(storeContent(store));
  });

  it.each<[string, Partial<Store>]>([
    ['an id', { films: [store.films[0], { id: '3', title: '3' }] }],
    ['a time', { rentals: [{ ...RENTALS[0], at: 4 }, ...RENTALS.slice(1)] }],
    ['a rating', { rentals: [{ ...RENTALS[0], rating: 4.2 }, ...RENTALS.slice(1)] }],
    ['a genre', { ofGenre: [{ film: '1', category: '1' }] }],
    [
      'swapped customers',
      { rentals: RENTALS.map((rental) => ({ ...rental, customer: rental.customer === 'a' ? 'b' : 'a' })) },
    ],
  ])('changes with %s', (_what, change) => {
    expect(storeContent({ ...store, ...change })).not.toBe(storeContent(store));
  });
});
