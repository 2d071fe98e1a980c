import { allFilms } from '../../../../src/recommender/policies/dqn/candidate-films';
import { createRandom } from '../../../../src/random';
import {
  createExperienceSampler,
  NO_FILM,
  NO_STATE,
  rentedMask,
  stackTransitions,
} from '../../../../src/recommender/policies/dqn/transitions';

const films = (...numbers: number[]) => Int32Array.from(numbers);

describe('stackTransitions', () => {
  it('puts each choice in the state of the films before it', () => {
    const batch = stackTransitions(
      [
        { history: films(4, 5, 6), from: 0, choices: films(4, 6, 6) },
        { history: films(9, 7, 8), from: 2, choices: films(8) },
      ],
      [],
      10,
    );
    expect(batch.places).toBe(3);
    expect([...batch.films]).toEqual([NO_FILM, 4, 5, 7, NO_FILM, NO_FILM]);
    expect([...batch.states]).toEqual([0, 1, 2, 3]);
    expect([...batch.rentals]).toEqual([0, 1, 2, 1]);
    expect([...batch.choices]).toEqual([4, 6, 6, 8]);
    expect(batch.rented.map(({ count }) => count)).toEqual([0, 1, 2, 2]);
  });

  it('moves an experience to the state with the film if it was rented, otherwise keeps the same state', () => {
    const history = films(1, 2);
    const batch = stackTransitions(
      [],
      [
        { history, film: 3, reward: 1, isRented: true },
        { history, film: 4, reward: 0, isRented: false },
        { history, film: 5, reward: 1, isRented: true, isLast: true },
      ],
      10,
    );
    expect([...batch.films.subarray(0, 4)]).toEqual([NO_FILM, 1, 2, 3]);
    expect([...batch.from]).toEqual([0, 2, 3]);
    expect([...batch.to]).toEqual([1, 2, NO_STATE]);
    expect([...batch.rentals]).toEqual([2, 3, 2, 2]);
    expect([...batch.choices]).toEqual([]);
  });

  it('keeps the last films of a history that is longer than a row, and excludes all of them', () => {
    const history = Int32Array.from({ length: 50 }, (_, film) => film);
    const batch = stackTransitions([], [{ history, film: 60, reward: 1, isRented: true }], 10);
    expect([...batch.films]).toEqual([NO_FILM, 42, 43, 44, 45, 46, 47, 48, 49, 60]);
    expect(batch.rented.map(({ count }) => count)).toEqual([50, 51]);
  });
});

describe('rentedMask', () => {
  it('excludes exactly the films rented before each state', () => {
    const random = createRandom(3);
    const histories = [7, 4].map((length) =>
      random.shuffle(Int32Array.from({ length: 9 }, (_, film) => film)).slice(0, length),
    );
    const batch = stackTransitions(
      histories.map((history, customer) => ({ history, from: customer, choices: history.slice(customer) })),
      [{ history: films(2), film: 3, reward: 1, isRented: true }],
      10,
    );
    const mask = rentedMask(batch, allFilms(9).films, 9);
    batch.rented.forEach(({ history, count }, state) => {
      const excluded = [...mask.subarray(state * 9, state * 9 + 9)].flatMap((value, film) =>
        value < 0 ? [film] : [],
      );
      expect(excluded).toEqual([...history.subarray(0, count)].sort());
    });
  });
});

describe('createExperienceSampler', () => {
  it('draws experiences in proportion to their weights', () => {
    const experience = (film: number, weight?: number) => ({
      history: new Int32Array(),
      film,
      reward: 0,
      isRented: false,
      weight,
    });
    const draw = createExperienceSampler([experience(0), experience(1, 3), experience(2, 0)]);
    const films = draw(4_000, createRandom(1)).map(({ film }) => film);
    expect(films.filter((film) => film === 1).length / 4_000).toBeCloseTo(0.75, 1);
    expect(films).not.toContain(2);
    expect(createExperienceSampler([])(5, createRandom(1))).toEqual([]);
  });
});
