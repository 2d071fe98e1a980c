import { summarizeStore } from '../../src/store/summarize-store';

describe('summarizeStore', () => {
  it('counts rentals in the future, but not those that may be in another time zone', () => {
    const hours = (count: number) => Date.now() + count * 3_600_000;
    const rentals = [hours(-1), hours(13), hours(48), Date.UTC(2999)].map((at, film) => ({
      customer: '1',
      film: String(film),
      at,
    }));
    const store = { films: [], actors: [], categories: [], customers: [], actedIn: [], ofGenre: [], rentals };
    const lines = summarizeStore({ name: 'test', store, untitledFilms: 0, notes: [] });
    expect(lines).toContain('Times    2 more than a day in the future, which count as the oldest');
  });
});
