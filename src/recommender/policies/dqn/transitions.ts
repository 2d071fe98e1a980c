import type { Random } from '../../../random';
import type { Experience } from '../experience';
import type { Window } from './windows';

/** No film: before the first rental, or past the end of a row. */
export const NO_FILM = -1;
/** There is no next state; its value is 0. */
export const NO_STATE = -1;

/**
 * S states: first C states with a logged choice each, then the states of experiences. Each row holds the films of one
 * window or experience; the films up to a place define the state at that place.
 */
export interface TransitionBatch {
  readonly rows: number;
  readonly places: number;
  /** The film that enters the state at each place, or NO_FILM, [rows · places]. */
  readonly films: Int32Array;
  /** The place of each state, [S]. */
  readonly states: Int32Array;
  /** Number of films in each state, [S]. */
  readonly rentals: Int32Array;
  /** All films that the customer rented before each state, including those before the window, [S]. */
  readonly rented: readonly RentedBefore[];
  /** The chosen film of each of the first C states, [C]. */
  readonly choices: Int32Array;
  /** Experiences: the state, the film, the reward, and the next state or NO_STATE, [T]. */
  readonly from: Int32Array;
  readonly actions: Int32Array;
  readonly rewards: Float32Array;
  readonly to: Int32Array;
}

/** The first `count` films of a history. */
export interface RentedBefore {
  readonly history: Int32Array;
  readonly count: number;
}

interface State {
  readonly place: number;
  readonly rentals: number;
  readonly rented: RentedBefore;
}

/**
 * Lays out windows and experiences as rows.
 * @param longest max number of places in a row; older films of an experience's history are dropped
 */
export function stackTransitions(
  windows: readonly Window[],
  experiences: readonly Experience[],
  longest: number,
): TransitionBatch {
  const cut = experiences.map((experience) => ({
    ...experience,
    recent: experience.history.subarray(Math.max(0, experience.history.length + 2 - longest)),
  }));
  const places = Math.max(
    1,
    ...windows.map(({ choices }) => choices.length),
    ...cut.map(({ recent }) => recent.length + 2),
  );
  const rows = windows.length + cut.length;
  const films = new Int32Array(rows * places).fill(NO_FILM);
  const states: State[] = [];
  windows.forEach(({ history, from, choices }, row) => {
    choices.forEach((_, index) => {
      const before = from + index;
      if (before > 0) films[row * places + index] = history[before - 1];
      const rentals = from === 0 ? index : index + 1;
      states.push({ place: row * places + index, rentals, rented: { history, count: before } });
    });
  });
  const transitions = cut.map(({ history, recent, film, reward, isRented, isLast = false }, index) => {
    const start = (windows.length + index) * places;
    films.set(recent, start + 1);
    const rentals = recent.length;
    const rented = { history, count: history.length };
    const from = states.push({ place: start + rentals, rentals, rented }) - 1;
    let to = isLast ? NO_STATE : from;
    if (isRented && !isLast) {
      films[start + rentals + 1] = film;
      const longer = { history: Int32Array.of(...history, film), count: history.length + 1 };
      to = states.push({ place: start + rentals + 1, rentals: rentals + 1, rented: longer }) - 1;
    }
    return { from, film, reward, to };
  });
  return {
    rows,
    places,
    films,
    states: Int32Array.from(states, ({ place }) => place),
    rentals: Int32Array.from(states, ({ rentals }) => rentals),
    rented: states.map(({ rented }) => rented),
    choices: Int32Array.from(windows.flatMap(({ choices }) => [...choices])),
    from: Int32Array.from(transitions, ({ from }) => from),
    actions: Int32Array.from(transitions, ({ film }) => film),
    rewards: Float32Array.from(transitions, ({ reward }) => reward),
    to: Int32Array.from(transitions, ({ to }) => to),
  };
}

/** Added to the logits of films that the customer has already rented. */
const EXCLUDED = -1e9;

/**
 * −10⁹ for each film that was rented before a state, otherwise 0, [S, rows].
 * @param rowOf the row of each film, or NO_FILM for a film without one, [films]
 */
export function rentedMask({ rented }: TransitionBatch, rowOf: Int32Array, rows: number): Float32Array {
  const mask = new Float32Array(rented.length * rows);
  rented.forEach(({ history, count }, state) => {
    const start = state * rows;
    const previous = rented[state - 1];
    const isNext = previous?.history === history && previous.count === count - 1;
    if (isNext) mask.copyWithin(start, start - rows, start);
    for (let index = isNext ? count - 1 : 0; index < count; index++) {
      const row = rowOf[history[index]];
      if (row !== NO_FILM) mask[start + row] = EXCLUDED;
    }
  });
  return mask;
}

/**
 * Returns a function that draws experiences with replacement, in proportion to their weights; an empty list without
 * experiences.
 */
export function createExperienceSampler(
  experiences: readonly Experience[],
): (count: number, random: Random) => Experience[] {
  const sums = new Float64Array(experiences.length);
  experiences.forEach(({ weight = 1 }, i) => (sums[i] = (sums[i - 1] ?? 0) + weight));
  const draw = (random: Random): Experience => {
    const target = random.next() * sums[sums.length - 1];
    let [low, high] = [0, sums.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sums[middle] > target) high = middle;
      else low = middle + 1;
    }
    return experiences[low];
  };
  return (count, random) =>
    experiences.length === 0 ? [] : Array.from({ length: count }, () => draw(random));
}
