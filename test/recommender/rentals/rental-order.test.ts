import { rentalOrder, UNDATED } from '../../../src/recommender/rentals/rental-order';

const films = Array.from({ length: 50 }, (_, film) => film);
const orderOf = (customer: string, at: (film: number) => number) =>
  films
    .map((film) => ({ film, at: at(film) }))
    .sort(rentalOrder(customer))
    .map(({ film }) => film);

describe('the order of rentals', () => {
  it('is that of their times, then of the film numbers', () => {
    expect(orderOf('1', (film) => 1_000 + (film % 2))).toEqual([
      ...films.filter((film) => film % 2 === 0),
      ...films.filter((film) => film % 2 === 1),
    ]);
  });

  it('puts rentals without a time first, in an order that differs between customers', () => {
    const undated = (film: number) => (film < 40 ? UNDATED : 1_000);
    const [one, other] = [orderOf('1', undated), orderOf('2', undated)];
    expect(one.slice(40)).toEqual(films.slice(40));
    expect([...one].sort((a, b) => a - b)).toEqual(films);
    const agreeing = one.slice(0, 40).filter((film, place) => place > 0 && film > one[place - 1]).length;
    expect(agreeing).toBeGreaterThan(10);
    expect(agreeing).toBeLessThan(30);
    expect(one).not.toEqual(other);
    expect(orderOf('1', undated)).toEqual(one);
  });
});
