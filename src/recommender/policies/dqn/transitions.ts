import type { Random } from '../../../random';

/** No film: before the first rental, or beyond a row's end. */
export const NO_FILM = -1;
/** Nothing comes after this: the value of what follows is 0. */
export const NO_STATE = -1;

/** A stretch of a logged history, oldest first. */
export interface Window {
  readonly films: Int32Array;
  /** Whether the history begins here: then the first film, too, is an action, taken in the empty state. */
  readonly isStart: boolean;
}

/** One thing that the agent did: it recommended `film` to a customer with this history. */
export interface Experience {
  /** Films rented before, the oldest first. */
  readonly history: Int32Array;
  readonly film: number;
  readonly reward: number;
  /** Whether the film is now part of the history; else the state stays as it was. */
  readonly isRented: boolean;
  /** Whether this customer will not come back. */
  readonly isLast?: boolean;
}

/**
 * S states and T transitions between them. Each row is a stretch of somebody's history, whose films make the
 * states at its places; each transition is an action in a state, what it earned, and the state after it.
 */
export interface TransitionBatch {
  readonly rows: number;
  readonly places: number;
  /** The film that enters the state at each place, or NO_FILM, [rows · places]. */
  readonly films: Int32Array;
  /** The place of each state, [S]. */
  readonly states: Int32Array;
  /** How many films made it, [S]. */
  readonly rentals: Int32Array;
  /** Which state the action was taken in, [T]. */
  readonly from: Int32Array;
  /** The film, [T]. */
  readonly actions: Int32Array;
  readonly rewards: Float32Array;
  /** The state after it, or NO_STATE, [T]. */
  readonly to: Int32Array;
  /** 0 where the log ends, so that nobody knows what came after the action; else 1, [T]. */
  readonly isFollowed: Float32Array;
  /** 1 where a customer chose the film, 0 where the agent did, [T]. */
  readonly isLogged: Float32Array;
}

/**
 * Cuts histories into windows of at most `length` films that overlap by one, so that every rental is the action of
 * one transition. Where a history is longer than one window the cuts fall at random places.
 */
export function cutWindows(histories: readonly Int32Array[], length: number, random: Random): Window[] {
  return histories.flatMap((history) => {
    if (history.length === 0) return [];
    const first = history.length > length ? 1 + random.integer(length) : history.length;
    const windows: Window[] = [{ films: history.subarray(0, first), isStart: true }];
    for (let from = first; from < history.length; from += length) {
      windows.push({ films: history.subarray(from - 1, from + length), isStart: false });
    }
    return windows;
  });
}

/**
 * Lays windows and experiences side by side. In a window the customer rents one film after the other, reward 1
 * each. Of an experience's history the last films count, as many as the longest row has places.
 */
export function stackTransitions(
  windows: readonly Window[],
  experiences: readonly Experience[],
  longest: number,
): TransitionBatch {
  const cut = experiences.map((experience) => ({
    ...experience,
    history: experience.history.subarray(Math.max(0, experience.history.length + 2 - longest)),
  }));
  const places = Math.max(1, ...windows.map(actionCount), ...cut.map(({ history }) => history.length + 2));
  const rows = windows.length + cut.length;
  const films = new Int32Array(rows * places).fill(NO_FILM);
  const states: { place: number; rentals: number }[] = [];
  const transitions: {
    from: number;
    film: number;
    reward: number;
    to: number;
    known: number;
    logged: number;
  }[] = [];

  windows.forEach((window, row) => {
    const enters = window.isStart
      ? [NO_FILM, ...window.films.subarray(0, -1)]
      : [...window.films.subarray(0, -1)];
    const chosen = window.isStart ? window.films : window.films.subarray(1);
    films.set(enters, row * places);
    chosen.forEach((film, place) => {
      const from =
        states.push({ place: row * places + place, rentals: place + (window.isStart ? 0 : 1) }) - 1;
      const isFollowed = place + 1 < chosen.length;
      transitions.push({
        from,
        film,
        reward: 1,
        to: isFollowed ? from + 1 : NO_STATE,
        known: Number(isFollowed),
        logged: 1,
      });
    });
  });
  cut.forEach(({ history, film, reward, isRented, isLast = false }, at) => {
    const start = (windows.length + at) * places;
    films.set(history, start + 1);
    const rentals = history.length;
    const from = states.push({ place: start + rentals, rentals }) - 1;
    let to = isLast ? NO_STATE : from;
    if (isRented && !isLast) {
      films[start + rentals + 1] = film;
      to = states.push({ place: start + rentals + 1, rentals: rentals + 1 }) - 1;
    }
    transitions.push({ from, film, reward, to, known: 1, logged: 0 });
  });
  return {
    rows,
    places,
    films,
    states: Int32Array.from(states, ({ place }) => place),
    rentals: Int32Array.from(states, ({ rentals }) => rentals),
    from: Int32Array.from(transitions, ({ from }) => from),
    actions: Int32Array.from(transitions, ({ film }) => film),
    rewards: Float32Array.from(transitions, ({ reward }) => reward),
    to: Int32Array.from(transitions, ({ to }) => to),
    isFollowed: Float32Array.from(transitions, ({ known }) => known),
    isLogged: Float32Array.from(transitions, ({ logged }) => logged),
  };
}

const actionCount = ({ films, isStart }: Window) => films.length - (isStart ? 0 : 1);
