import { createRandom } from '../../../../src/random';
import {
  cutWindows,
  NO_FILM,
  NO_STATE,
  stackTransitions,
} from '../../../../src/recommender/policies/dqn/transitions';

const films = (...numbers: number[]) => Int32Array.from(numbers);

describe('cutWindows', () => {
  it('makes every rental the action of one transition', () => {
    const histories = [films(), films(7), Int32Array.from({ length: 25 }, (_, film) => film)];
    for (let seed = 1; seed <= 20; seed++) {
      const windows = cutWindows(histories, 10, createRandom(seed));
      const actions = windows.flatMap((window) => [...window.films.subarray(window.isStart ? 0 : 1)]);
      expect(actions).toEqual([7, ...histories[2]]);
      for (const window of windows) expect(window.films.length).toBeLessThanOrEqual(11);
    }
  });
});

describe('stackTransitions', () => {
  it('puts each action in the state that the films before it make', () => {
    const batch = stackTransitions(
      [
        { films: films(4, 5, 6), isStart: true },
        { films: films(7, 8), isStart: false },
      ],
      [],
      10,
    );
    expect(batch.places).toBe(3);
    expect([...batch.films]).toEqual([NO_FILM, 4, 5, 7, NO_FILM, NO_FILM]);
    expect([...batch.states]).toEqual([0, 1, 2, 3]);
    expect([...batch.rentals]).toEqual([0, 1, 2, 1]);
    expect([...batch.actions]).toEqual([4, 5, 6, 8]);
    expect([...batch.to]).toEqual([1, 2, NO_STATE, NO_STATE]);
    expect([...batch.isFollowed]).toEqual([1, 1, 0, 0]);
    expect([...batch.isLogged]).toEqual([1, 1, 1, 1]);
  });

  it('leads an experience to the state with the film where it was rented, and back to the same where not', () => {
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
    expect([...batch.isFollowed]).toEqual([1, 1, 1]);
    expect([...batch.isLogged]).toEqual([0, 0, 0]);
  });

  it('keeps the last films of a history that is longer than a row', () => {
    const history = Int32Array.from({ length: 50 }, (_, film) => film);
    const batch = stackTransitions([], [{ history, film: 60, reward: 1, isRented: true }], 10);
    expect([...batch.films]).toEqual([NO_FILM, 42, 43, 44, 45, 46, 47, 48, 49, 60]);
  });
});
