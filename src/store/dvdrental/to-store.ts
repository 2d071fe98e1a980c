import { byId, reference } from '../by-id';
import {
  optionalNumber,
  optionalText,
  optionalWholeNumber,
  type SourceRecord,
  text,
  timestampToTime,
} from '../source-record';
import type { Store } from '../store';
import type { DvdrentalTables } from './dvdrental-tables';

/**
 * Checks the tables and makes a store of them. What a customer rented is a film: the inventory says which.
 * @throws AppError BAD_USER_INPUT naming the first record that cannot be used
 */
export function toStore(tables: DvdrentalTables): Store {
  const films = byId(tables.film, 'film_id');
  const actors = byId(tables.actor, 'actor_id');
  const categories = byId(tables.category, 'category_id');
  const customers = byId(tables.customer, 'customer_id');
  const languages = byId(tables.language, 'language_id');
  const inventory = byId(tables.inventory, 'inventory_id');
  const filmOf = new Map([...inventory].map(([id, copy]) => [id, reference(copy, 'film_id', films)]));
  const person = (id: string, record: SourceRecord) => ({
    id,
    firstName: text(record, 'first_name'),
    lastName: text(record, 'last_name'),
  });
  const languageOf = (film: SourceRecord) =>
    text(languages.get(reference(film, 'language_id', languages)) as SourceRecord, 'name');
  return {
    films: [...films].map(([id, record]) => ({
      id,
      title: text(record, 'title'),
      description: optionalText(record, 'description'),
      releaseYear: optionalWholeNumber(record, 'release_year'),
      length: optionalWholeNumber(record, 'length'),
      rating: optionalText(record, 'rating'),
      rentalRate: optionalNumber(record, 'rental_rate'),
      language: optionalText(record, 'language_id') && languageOf(record),
    })),
    actors: [...actors].map(([id, record]) => person(id, record)),
    categories: [...categories].map(([id, record]) => ({ id, name: text(record, 'name') })),
    customers: [...customers].map(([id, record]) => person(id, record)),
    actedIn: tables.film_actor.map((record) => ({
      actor: reference(record, 'actor_id', actors),
      film: reference(record, 'film_id', films),
    })),
    ofGenre: tables.film_category.map((record) => ({
      film: reference(record, 'film_id', films),
      category: reference(record, 'category_id', categories),
    })),
    rentals: tables.rental.map((record) => ({
      customer: reference(record, 'customer_id', customers),
      film: filmOf.get(reference(record, 'inventory_id', inventory)) as string,
      at: timestampToTime(record, 'rental_date'),
    })),
  };
}
