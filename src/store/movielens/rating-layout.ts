import { AppError } from '../../app-error';
import type { DelimitedForm } from '../source/delimited-form';
import { isMissing } from '../values/is-missing';
import { parseNumber } from '../values/parse-number';
import { findRatingColumns, type RatingColumn } from './movielens-columns';

/** The columns of a file with ratings. */
export interface RatingLayout {
  /** The header; if there is none, names for messages. */
  readonly header: readonly string[];
  readonly hasHeader: boolean;
  readonly columns: Partial<Record<RatingColumn, number>> & Record<'customer' | 'film', number>;
}

/**
 * Finds the columns of a file with ratings by its header, or by the order of u.data if it has no header.
 * @throws AppError BAD_USER_INPUT if no column contains customer ids or film ids
 */
export function findRatingLayout(name: string, { firstRecords }: DelimitedForm): RatingLayout {
  const [header] = firstRecords;
  const { customer, film, ...others } = findRatingColumns(header);
  if (customer !== undefined && film !== undefined) {
    return { header, hasHeader: true, columns: { customer, film, ...others } };
  }
  const isRating =
    header.length >= 2 && header.length <= 4 && header.slice(2).every((value) => isValue(value));
  const isNamed = customer !== undefined || film !== undefined || !/\d/.test(header.join(''));
  if (!isRating || isNamed) {
    const missing = [
      ...(customer === undefined ? ['customer'] : []),
      ...(film === undefined ? ['film'] : []),
    ];
    const message = `${name} line 1: no column for the ${missing.join(' and the ')} among ${header.join(', ')}. Expected names such as userId, movieId, rating and timestamp.`;
    throw new AppError('BAD_USER_INPUT', message);
  }
  // Without a header the columns are those of u.data: user, film, rating, time. If there are three columns, the third
  // may be either.
  const isTime =
    header.length === 3 && firstRecords.some((record) => (parseNumber(record[2]) ?? 1e9) > 1_000);
  const last = isTime ? { time: 2 } : { rating: 2, ...(header.length === 4 ? { time: 3 } : {}) };
  const columns = { customer: 0, film: 1, ...(header.length > 2 ? last : {}) };
  const names = isTime
    ? ['user', 'film', 'time']
    : ['user', 'film', 'rating', 'time'].slice(0, header.length);
  return { header: names, hasHeader: false, columns };
}

const isValue = (value: string) => isMissing(value) || /\d/.test(value);
