import { createRandom } from '../../../../src/random';
import type { RentalLog } from '../../../../src/recommender/rentals/rental-log';

export interface ToyStore {
  readonly log: RentalLog;
  readonly vectors: Float32Array;
  readonly dimension: number;
}

/** A store of as many kinds of films as there are dimensions / 4; each customer rents mostly of one kind. */
export function createToyStore(seed: number, films: number, customers: number, dimension: number): ToyStore {
  const random = createRandom(seed);
  const kinds = Math.ceil(dimension / 4);
  const vectors = new Float32Array(films * dimension);
  for (let film = 0; film < films; film++) {
    for (let i = 0; i < dimension; i++) {
      const isOfKind = Math.floor(i / 4) === film % kinds;
      vectors[film * dimension + i] = (isOfKind ? 1 : 0) + 0.1 * random.normal();
    }
  }
  const history = (customer: number) => {
    const rented = new Set<number>();
    while (rented.size < 8) {
      const film = random.integer(films);
      if (film % kinds === customer % kinds || random.next() < 0.1) rented.add(film);
    }
    return Int32Array.from(rented);
  };
  const ids = (count: number) => Array.from({ length: count }, (_, at) => String(at + 1));
  const histories = Array.from({ length: customers }, (_, customer) => history(customer));
  return { dimension, vectors, log: { films: ids(films), customers: ids(customers), histories } };
}
