import type { Policy } from '../policy';
import type { RentalLog } from '../../rentals/rental-log';
import { rentedFilms } from './count-pairs';
import { countRentals } from '../../rentals/count-rentals';

/** The similar films of each film, as a sparse matrix by rows. */
export interface FilmNeighbors {
  /** Offset of each film's neighbors, and the total number of neighbors at the end, [films + 1]. */
  readonly offsets: Int32Array;
  /** Film numbers, [neighbors]. */
  readonly films: Int32Array;
  /** Cosines, [neighbors]. */
  readonly weights: Float32Array;
}

/** With up to this many rented films, all neighbors are kept. */
const MAX_EXACT_FILMS = 3_000;
/** Number of neighbors per film with more rented films: the most similar ones. */
export const MAX_NEIGHBORS = 200;

/**
 * The cosine between the films' columns of the matrix of rentals. All films rented by a common customer are neighbors;
 * with more than 3,000 rented films, only the 200 most similar ones.
 */
export function findNeighbors(log: RentalLog): FilmNeighbors {
  const filmCount = log.films.length;
  const rentals = countRentals(log);
  const customersOf = customersByFilm(log, rentals);
  const max = rentedFilms(log).length > MAX_EXACT_FILMS ? MAX_NEIGHBORS : Infinity;
  const offsets = new Int32Array(filmCount + 1);
  const films: Int32Array[] = [];
  const weights: Float32Array[] = [];
  const common = new Float64Array(filmCount);
  for (let film = 0; film < filmCount; film++) {
    const found: number[] = [];
    for (const customer of customersOf[film]) {
      for (const other of log.histories[customer]) {
        if (other === film) continue;
        if (common[other]++ === 0) found.push(other);
      }
    }
    const cosine = (other: number) => common[other] / Math.sqrt(rentals[film] * rentals[other]);
    let neighbors = Int32Array.from(found).sort();
    if (neighbors.length > max) neighbors = neighbors.sort((a, b) => cosine(b) - cosine(a)).slice(0, max);
    films.push(neighbors);
    weights.push(Float32Array.from(neighbors, cosine));
    offsets[film + 1] = offsets[film] + neighbors.length;
    for (const other of found) common[other] = 0;
  }
  return { offsets, films: join(films, Int32Array), weights: join(weights, Float32Array) };
}

/**
 * Recommends films that were rented by the same customers. The score is the sum of the cosines to the films of the
 * profile.
 */
export const fitItemKnn = (log: RentalLog): Policy => createItemKnnPolicy(findNeighbors(log));

/** Returns the policy of a neighbor matrix. */
export const createItemKnnPolicy = (neighbors: FilmNeighbors): Policy => ({
  name: 'ITEM_KNN',
  score: (histories) => histories.map((history) => sumNeighbors(neighbors, history)),
});

/** Returns the sum of the profile's rows, [films]. */
export function sumNeighbors({ offsets, films, weights }: FilmNeighbors, history: Int32Array): Float32Array {
  const scores = new Float32Array(offsets.length - 1);
  for (const film of history) {
    for (let index = offsets[film]; index < offsets[film + 1]; index++)
      scores[films[index]] += weights[index];
  }
  return scores;
}

function customersByFilm({ films, histories }: RentalLog, rentals: Float32Array): Int32Array[] {
  const customers = films.map((_, film) => new Int32Array(rentals[film]));
  const filled = new Int32Array(films.length);
  histories.forEach((history, customer) => {
    for (const film of history) customers[film][filled[film]++] = customer;
  });
  return customers;
}

function join<Row extends Int32Array | Float32Array>(
  rows: readonly Row[],
  Rows: new (length: number) => Row,
): Row {
  const joined = new Rows(rows.reduce((sum, { length }) => sum + length, 0));
  let offset = 0;
  for (const row of rows) {
    joined.set(row, offset);
    offset += row.length;
  }
  return joined;
}
