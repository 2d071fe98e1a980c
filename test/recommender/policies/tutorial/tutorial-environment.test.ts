import { AppError } from '../../../../src/app-error';
import { createNearestFilms } from '../../../../src/recommender/films/nearest-films';
import { createRandom } from '../../../../src/random';
import { createTutorialEnvironment } from '../../../../src/recommender/policies/tutorial/tutorial-environment';
import { TUTORIAL_SETTINGS } from '../../../../src/recommender/policies/tutorial/tutorial-settings';
import { createToyStore } from './toy-store';

const { log, vectors, dimension } = createToyStore(1, 40, 10, 8);
const films = createNearestFilms(vectors, dimension);
const environment = (rentals = log, seed = 1) =>
  createTutorialEnvironment(rentals, films, dimension, TUTORIAL_SETTINGS, createRandom(seed));

/** The films whose vectors lead from states to next states. */
const played = (steps: { state: Float32Array; nextState: Float32Array }[]) =>
  steps.map(({ state, nextState }) => {
    const vector = nextState.map((value, i) => 2 * value - state[i]);
    return films.find(vector, 1)[0].film;
  });

describe('the environment of the tutorial', () => {
  test('replays five different rentals of a customer, then those of the next one', () => {
    const world = environment();
    const steps = Array.from({ length: 10 }, () => world.step([]));
    for (const episode of [steps.slice(0, 5), steps.slice(5)]) {
      const rentals = played(episode);
      expect(new Set(rentals).size).toBe(5);
      expect(log.histories.some((history) => rentals.every((film) => history.includes(film)))).toBe(true);
      episode.slice(1).forEach(({ state }, at) => expect(state).toBe(episode[at].nextState));
    }
    expect(steps[5].state).not.toEqual(steps[4].nextState);
  });

  test('moves the state halfway to each rented film, from a normal random start', () => {
    const world = environment();
    const { state, nextState } = world.step([]);
    const film = films.vector(played([{ state, nextState }])[0]);
    nextState.forEach((value, i) => expect(value).toBeCloseTo((state[i] + film[i]) / 2, 6));
    const starts = Array.from({ length: 4_000 }, () => {
      world.reset();
      return [...world.state()];
    }).flat();
    expect(starts.reduce((sum, x) => sum + x ** 2, 0) / starts.length).toBeCloseTo(1, 1);
  });

  test('recommends the five films nearest to the action', () => {
    const recommended = environment().recommend(films.vector(7));
    expect(recommended).toHaveLength(5);
    expect(recommended).toEqual(films.find(films.vector(7), 5).map(({ film }) => film));
    expect(recommended[0]).toBe(7);
  });

  test('rewards the recommended films that are among the five sampled rentals', () => {
    const rented = log.histories[0];
    const world = environment({ ...log, customers: ['1'], histories: [rented] });
    const others = Array.from(log.films.keys()).filter((film) => !rented.includes(film));
    expect(rented.length).toBeGreaterThan(5);
    expect(world.step(Array.from(rented)).reward).toBe(5);
    expect(world.step(others).reward).toBe(0);
  });

  test('visits each customer once in a pass', () => {
    const world = environment();
    const customers = log.histories.length;
    for (let pass = 0; pass < 2; pass++) {
      const steps = Array.from({ length: 5 * customers }, () => world.step([]));
      const episodes = Array.from({ length: customers }, (_, index) =>
        played(steps.slice(5 * index, 5 * index + 5)),
      );
      const visited = episodes.map((films) =>
        log.histories.findIndex((history) => films.every((film) => history.includes(film))),
      );
      expect(new Set(visited).size).toBe(customers);
    }
  });

  test('does not let the recommendation change what the customer rents', () => {
    const [indifferent, eager] = [environment(), environment()];
    for (let step = 0; step < 20; step++) {
      const recommended = eager.recommend(eager.state());
      expect(eager.step(recommended).nextState).toEqual(indifferent.step([]).nextState);
    }
  });

  test('rejects a store without rentals of films with a vector', () => {
    const nobody = () => environment({ ...log, histories: log.histories.map(() => new Int32Array()) });
    expect(nobody).toThrow(AppError);
    expect(nobody).toThrow('Import rentals');
  });
});
