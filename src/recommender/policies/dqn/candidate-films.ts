import type { Random } from '../../../random';
import type { DqnSettings } from './dqn-settings';
import { NO_FILM, type TransitionBatch } from './transitions';

/** The films that a learning step scores. They are the rows of the step's network. */
export interface CandidateFilms {
  /** Film numbers, [rows]. */
  readonly films: Int32Array;
  /** The row of each film, or NO_FILM, [films]. Valid until the next candidates are chosen. */
  readonly rowOf: Int32Array;
  /** The logarithm of the probability that each film is a candidate, [rows]; undefined if all films are candidates. */
  readonly logChances?: Float32Array;
}

/** Chooses the candidates of a learning step. */
export type ChooseCandidates = (batch: TransitionBatch, random: Random) => CandidateFilms;

/** All films, in the order of their numbers. */
export function allFilms(count: number): CandidateFilms {
  const films = Int32Array.from({ length: count }, (_, film) => film);
  return { films, rowOf: films };
}

/**
 * Returns a function that chooses candidates. Up to `sampledFrom` films it chooses all films, so that the softmax is
 * exact. Beyond that it chooses the films of the batch and `negatives` other films, drawn log-uniformly over the films'
 * ranks by rentals (Jean et al., "On Using Very Large Target Vocabulary for Neural Machine Translation", 2015).
 * Subtracting log p from the logit of a film that is a candidate with probability p corrects the softmax for the
 * sampling. The cost of a step is then independent of the number of films.
 * @param rentals how often each film was rented, [films]
 */
export function createCandidates(
  rentals: ArrayLike<number>,
  { sampledFrom, negatives }: Pick<DqnSettings, 'sampledFrom' | 'negatives'>,
): ChooseCandidates {
  const count = rentals.length;
  if (count <= sampledFrom) {
    const all = allFilms(count);
    return () => all;
  }
  const byRank = Int32Array.from({ length: count }, (_, film) => film).sort(
    (a, b) => rentals[b] - rentals[a] || a - b,
  );
  const rankOf = new Int32Array(count);
  byRank.forEach((film, rank) => (rankOf[film] = rank));
  const scale = Math.log(count + 1);
  const logMisses = (film: number) => Math.log1p(-Math.log1p(1 / (rankOf[film] + 1)) / scale);
  const rowOf = new Int32Array(count).fill(NO_FILM);
  let films: number[] = [];
  const add = (film: number): boolean => {
    if (film === NO_FILM || rowOf[film] !== NO_FILM) return false;
    rowOf[film] = films.push(film) - 1;
    return true;
  };

  return (batch, random) => {
    for (const film of films) rowOf[film] = NO_FILM;
    films = [];
    for (const numbers of [batch.films, batch.choices, batch.actions]) numbers.forEach((film) => add(film));
    const certain = films.length;
    let tries = 0;
    // Draws of films in the batch do not count, so there may be fewer than `negatives` other films.
    for (let drawn = 0; drawn < negatives && tries < 50 * negatives; tries++) {
      const rank = Math.floor(Math.exp(random.next() * scale)) - 1;
      if (add(byRank[Math.min(rank, count - 1)])) drawn++;
    }
    const logChances = Float32Array.from(films, (film, row) =>
      row < certain ? 0 : Math.log(-Math.expm1(tries * logMisses(film))),
    );
    return { films: Int32Array.from(films), rowOf, logChances };
  };
}
