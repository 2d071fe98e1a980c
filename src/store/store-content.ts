import { createHash } from 'node:crypto';
import { RentalTable } from './rental-table';
import type { Store } from './store';

/**
 * Identifies a store by its content: its sizes, and a hash over the ids of its films, actors, categories and customers,
 * and over its relationships with their times and ratings. The order of records does not matter, so the identity of a
 * store does not depend on its source format.
 */
export function storeContent(store: Store): string {
  const sum = createSum();
  for (const { id } of store.films) sum.add(hashOf('film', id));
  for (const { id } of store.actors) sum.add(hashOf('actor', id));
  for (const { id } of store.categories) sum.add(hashOf('category', id));
  for (const { id } of store.customers) sum.add(hashOf('customer', id));
  for (const { actor, film } of store.actedIn) sum.add(hashOf('acted', actor, film));
  for (const { film, category } of store.ofGenre) sum.add(hashOf('genre', film, category));
  const rentals = RentalTable.from(store.rentals);
  const customers = Uint32Array.from(rentals.customers, (id) => hashOf('customer', id)[0]);
  const films = Uint32Array.from(rentals.films, (id) => hashOf('film', id)[0]);
  rentals.forEach((customer, film, at, rating) => {
    let hash = mix(customers[customer], films[film]);
    hash = mix(mix(hash, at | 0), Math.floor(at / 2 ** 32));
    sum.add([mix(hash, Number.isNaN(rating) ? -1 : Math.round(rating * 1_000)), mix(hash, 0x9e3779b9)]);
  });
  const sizes = [store.films, store.actors, store.categories, store.customers, rentals];
  return `${sizes.map(({ length }) => length).join('-')}-${sum.toString()}`;
}

/** A sum of hashes, which is independent of their order. */
function createSum() {
  const words = new Uint32Array(2);
  return {
    add: ([first, second]: readonly [number, number]) => {
      words[0] += first;
      words[1] += second;
    },
    toString: () => Array.from(words, (word) => word.toString(16).padStart(8, '0')).join(''),
  };
}

function hashOf(...parts: string[]): [number, number] {
  const digest = createHash('sha256').update(parts.join('\0')).digest();
  return [digest.readUInt32LE(0), digest.readUInt32LE(4)];
}

/** Mixes a word into a hash with the finalizer of MurmurHash3. */
function mix(hash: number, word: number): number {
  let mixed = Math.imul(hash ^ Math.imul(word, 0xcc9e2d51), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
