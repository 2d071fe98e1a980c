import { AppError } from '../../app-error';
import type { Report } from '../../progress';
import { RentalTable } from '../rental-table';
import { type ImportNote, ignoredNote, listNames } from '../read-store';
import { describeForm, type DelimitedForm } from '../source/delimited-form';
import { readRows } from '../source/read-rows';
import { isMissing } from '../values/is-missing';
import { badValue } from '../values/source-record';
import { createTimeParser, TIME_FORMS } from '../values/time-parser';
import { createRatingParser, RATING_FORMS } from './create-rating-parser';
import type { DetectedFile } from './find-movielens-files';
import { columnName, unusedColumns } from './movielens-columns';
import { findRatingLayout, type RatingLayout } from './rating-layout';
import { readId } from './read-id';

/**
 * Reads the ratings of a data set. Ratings without a time come before all others, in the order of the file: the time of
 * such a rating is the number of previous rows, in seconds since 1970.
 * @throws AppError BAD_USER_INPUT naming the file, line and column
 */
export async function readRatings(
  { file, form }: DetectedFile,
  report: Report,
): Promise<{ rentals: RentalTable; notes: ImportNote[] }> {
  const layout = findRatingLayout(file.name, form);
  const { header, columns } = layout;
  const rentals = new RentalTable();
  const parseRating = createRatingParser();
  const sample = columns.time === undefined ? [] : sampleOf(form, layout, columns.time);
  let times = sample.length > 0 ? createTimeParser(sample) : undefined;
  const counts = { untimed: 0, unrated: 0, inexact: 0 };
  let latest = -Infinity;
  let isHeader = layout.hasHeader;

  const bad = (line: number, column: number, value: string, expected: string) =>
    badValue({ source: file.name, line }, columnName(header, column), value, expected);
  const idAt = (values: readonly string[], line: number, column: number) => {
    const id = readId(values[column]);
    if (id === undefined) throw bad(line, column, '', 'an id');
    return id;
  };
  const timeAt = (values: readonly string[], line: number) => {
    const value = columns.time === undefined ? '' : values[columns.time];
    if (isMissing(value)) {
      counts.untimed++;
      return rentals.length * 1_000;
    }
    times ??= createTimeParser([value]);
    const time = times.parse(value);
    if (time === undefined) throw bad(line, columns.time as number, value, expectedTime(value, times.form));
    if (value.length < 20 && /\de\+?\d/i.test(value) && !/\.\d{6,}/.test(value)) counts.inexact++;
    latest = Math.max(latest, time);
    return time;
  };
  const ratingAt = (values: readonly string[], line: number) => {
    const value = columns.rating === undefined ? '' : values[columns.rating];
    if (isMissing(value)) {
      counts.unrated++;
      return undefined;
    }
    const rating = parseRating(value);
    if (rating === undefined) throw bad(line, columns.rating as number, value, RATING_FORMS);
    return rating;
  };

  await readRows(
    file,
    form,
    header,
    (values, line) => {
      if (isHeader) {
        isHeader = false;
        return;
      }
      const customer = idAt(values, line, columns.customer);
      const film = idAt(values, line, columns.film);
      rentals.add(customer, film, timeAt(values, line), ratingAt(values, line));
    },
    report,
  );
  if (rentals.length === 0) {
    throw new AppError(
      'BAD_USER_INPUT',
      `${file.name} has a header and no rows: expected one rating per line.`,
    );
  }
  const notes = notesOf(file.name, form, layout, rentals, { ...counts, latest }, times?.form);
  return { rentals, notes };
}

/** Describes the accepted formats and the format of the column, and why a date such as 04/05/2005 is not accepted. */
const expectedTime = (value: string, form: string) =>
  /^\s*\d{1,2}[-/]\d{1,2}[-/]\d{4}/.test(value)
    ? `${TIME_FORMS}; such a date may begin with the day or the month`
    : `${TIME_FORMS}; most times of this column are ${form}`;

const sampleOf = ({ firstRecords }: DelimitedForm, { hasHeader }: RatingLayout, column: number) =>
  firstRecords
    .slice(hasHeader ? 1 : 0)
    .map((record) => record[column] ?? '')
    .filter((value) => !isMissing(value));

/** Numbers before this are more likely to be positions in a sequence than times. */
const EARLIEST_RATING = Date.UTC(1980);

function notesOf(
  name: string,
  form: DelimitedForm,
  { header, hasHeader, columns }: RatingLayout,
  { length, customers, films }: RentalTable,
  {
    untimed,
    unrated,
    inexact,
    latest,
  }: { untimed: number; unrated: number; inexact: number; latest: number },
  timeForm: string | undefined,
): ImportNote[] {
  const column = (index: number) => columnName(header, index);
  const guessed = (text: string): ImportNote => ({ kind: 'Guessed', text: `${name}: ${text}` });
  const used = [
    `customer in ${column(columns.customer)}`,
    `film in ${column(columns.film)}`,
    ...(columns.rating === undefined ? [] : [`rating in ${column(columns.rating)}`]),
    ...(columns.time === undefined
      ? []
      : [`time in ${column(columns.time)}${timeForm ? `, ${timeForm}` : ''}`]),
  ];
  const ordered = `take their order from the file: their times start with 1970-01-01`;
  return [
    {
      kind: 'Read',
      text: `${name} (${describeForm(form)}${hasHeader ? '' : ', no header'}): ${length} ratings; ${used.join(', ')}`,
    },
    ...(columns.rating === undefined
      ? [guessed('no column contains ratings; each row counts as a rental')]
      : []),
    ...(columns.rating !== undefined && unrated > 0
      ? [guessed(`${unrated} rows have no rating and count as rentals`)]
      : []),
    ...(untimed > 0 ? [guessed(`${untimed} of ${length} rows have no time and ${ordered}`)] : []),
    ...(inexact > 0 ? [guessed(`${inexact} times are written like 9.65E+08 and have lost digits`)] : []),
    ...(latest > -Infinity && latest < EARLIEST_RATING
      ? [
          guessed(
            'all times lie before 1980; they may be positions instead of times, only their order matters',
          ),
        ]
      : []),
    ...[
      { kind: 'customers', ids: customers },
      { kind: 'films', ids: films },
    ].flatMap(({ kind, ids }) => {
      const odd = oddIds(ids);
      const text = `${odd.length} ${kind} have an id that is not a number, unlike the others: ${listNames(odd)}`;
      return odd.length > 0 ? [guessed(text)] : [];
    }),
    ...(hasHeader ? ignoredNote(`columns of ${name}`, unusedColumns(header, Object.values(columns))) : []),
  ];
}

/** Returns the ids that are not integers, if nearly all others are integers: the last row of a table may be a total. */
function oddIds(ids: readonly string[]): string[] {
  const odd = ids.filter((id) => !/^\d+$/.test(id));
  return odd.length <= Math.max(1, ids.length / 100) && odd.length < ids.length / 2 ? odd : [];
}
