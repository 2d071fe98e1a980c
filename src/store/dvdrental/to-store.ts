import type { Store } from '../store';
import { byId, reference } from '../values/by-id';
import { isMissing } from '../values/is-missing';
import {
  optionalInteger,
  optionalNumber,
  optionalText,
  type SourceRecord,
  text,
  time,
} from '../values/source-record';
import { createTimeParser } from '../values/time-parser';
import type { DvdrentalTables } from './dvdrental-tables';

/**
 * Checks the tables and converts them to a store. The inventory maps each rental to its film.
 * @throws AppError BAD_USER_INPUT that names the first invalid record
 */
export function toStore(tables: DvdrentalTables): Store {
  const films = byId(tables.film.records, 'film_id');
  const actors = byId(tables.actor.records, 'actor_id');
  const categories = byId(tables.category.records, 'category_id');
  const customers = byId(tables.customer.records, 'customer_id');
  const languages = byId(tables.language.records, 'language_id');
  const inventory = byId(tables.inventory.records, 'inventory_id');
  if (tables.rental.columns.includes('rental_id')) byId(tables.rental.records, 'rental_id');
  const filmOf = new Map([...inventory].map(([id, copy]) => [id, reference(copy, 'film_id', films)]));
  const dates = tables.rental.records.map(({ values }) => values.rental_date ?? '');
  const times = createTimeParser(dates.filter((value) => !isMissing(value)).slice(0, 1_000));
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
      releaseYear: optionalInteger(record, 'release_year'),
      length: optionalInteger(record, 'length'),
      rating: optionalText(record, 'rating'),
      rentalRate: optionalNumber(record, 'rental_rate'),
      language: optionalText(record, 'language_id') && languageOf(record),
    })),
    actors: [...actors].map(([id, record]) => person(id, record)),
    categories: [...categories].map(([id, record]) => ({ id, name: text(record, 'name') })),
    customers: [...customers].map(([id, record]) => person(id, record)),
    actedIn: tables.film_actor.records.map((record) => ({
      actor: reference(record, 'actor_id', actors),
      film: reference(record, 'film_id', films),
    })),
    ofGenre: tables.film_category.records.map((record) => ({
      film: reference(record, 'film_id', films),
      category: reference(record, 'category_id', categories),
    })),
    rentals: tables.rental.records.map((record) => ({
      customer: reference(record, 'customer_id', customers),
      film: filmOf.get(reference(record, 'inventory_id', inventory)) as string,
      at: time(record, 'rental_date', times),
    })),
  };
}
