import { parseNumber } from './parse-number';

/** The accepted formats of times, for messages. */
export const TIME_FORMS =
  'seconds or milliseconds since 1970, or a date such as 2005-05-24 22:53:30 or 2005-05-24T22:53:30Z';

/** Parses the times of one column. */
export interface TimeParser {
  /** The detected format, for the summary of an import. */
  readonly form: string;
  /** Returns milliseconds since 1970, UTC; undefined if the value is not a time between 1900 and 2200. */
  parse(value: string): number | undefined;
}

/** Dates of JavaScript and Neo4j agree between these years. */
const [MIN_TIME, MAX_TIME] = [Date.UTC(1900), Date.UTC(2200)];

const NUMBER_UNITS = [
  { form: 'seconds since 1970', max: 1e11, milliseconds: 1_000 },
  { form: 'milliseconds since 1970', max: 1e14, milliseconds: 1 },
  { form: 'microseconds since 1970', max: 1e17, milliseconds: 1e-3 },
  { form: 'nanoseconds since 1970', max: Infinity, milliseconds: 1e-6 },
] as const;

/**
 * Detects the format of the times of a column. Times without a zone are read as UTC.
 * @param sample values of the column
 */
export function createTimeParser(sample: readonly string[]): TimeParser {
  const { form, parse } = chooseParser(sample.map((value) => value.trim()));
  return {
    form,
    parse: (value) => {
      const time = parse(value);
      return time !== undefined && time >= MIN_TIME && time < MAX_TIME ? time : undefined;
    },
  };
}

function chooseParser(sample: readonly string[]): TimeParser {
  // The majority decides, so that an exceptional value is reported, and not the others.
  const most = (fits: (value: string) => boolean) => sample.filter(fits).length > sample.length / 2;
  const mostMatch = (pattern: RegExp) => most((value) => pattern.test(value));
  if (mostMatch(/^(19|20)\d\d$/)) return { form: 'years', parse: (value) => dateOf(YEAR, value) };
  if (mostMatch(/^(19|20)\d\d(0[1-9]|1[0-2])([0-2]\d|3[01])(\d{6})?$/)) {
    return { form: 'dates such as 20050524, read as UTC', parse: (value) => dateOf(COMPACT, value) };
  }
  if (!most((value) => parseNumber(value) !== undefined)) return dateParser(sample);
  return numberParser(sample.map(parseNumber).filter((number) => number !== undefined));
}

function numberParser(sample: readonly number[]): TimeParser {
  const counts = NUMBER_UNITS.map((unit) => sample.filter((number) => unitOf(number) === unit).length);
  const unit = NUMBER_UNITS[counts.indexOf(Math.max(...counts))];
  return {
    form: unit.form,
    parse: (value) => {
      const number = parseNumber(value);
      // A number in another unit is refused. In this unit it would be a time long ago.
      const fits = number !== undefined && (number === 0 || unitOf(number) === unit);
      return fits ? Math.round(number * unit.milliseconds) : undefined;
    },
  };
}

/** Returns the unit in which a number is a time of the last decades. */
const unitOf = (number: number) =>
  NUMBER_UNITS.find(({ max }) => Math.abs(number) < max) ?? NUMBER_UNITS[NUMBER_UNITS.length - 1];

const CLOCK = String.raw`(?:[T ,]+(?<hour>\d{1,2}):(?<minute>\d\d)(?::(?<second>\d\d)(?:[.,](?<fraction>\d{1,9}))?)?\s*(?<half>[AaPp][Mm])?)?`;
const ZONE = String.raw`\s*(?<zone>Z|UTC|GMT|[+-]\d\d(?::?\d\d)?)?`;
const date = (day: string) => new RegExp(String.raw`^\s*${day}${CLOCK}${ZONE}\s*$`);

const YEAR = /^\s*(?<year>\d{4})\s*$/;
const COMPACT =
  /^\s*(?<year>\d{4})(?<month>\d\d)(?<day>\d\d)(?:(?<hour>\d\d)(?<minute>\d\d)(?<second>\d\d))?\s*$/;
const YEAR_FIRST = date(String.raw`(?<year>\d{4})[-/.](?<month>\d{1,2})[-/.](?<day>\d{1,2})`);
const DAY_DOT = date(String.raw`(?<day>\d{1,2})\.(?<month>\d{1,2})\.(?<year>\d{4})`);
const MONTH_NAME = date(String.raw`(?<day>\d{1,2})[- ](?<name>[A-Za-z]{3})[a-z]*[-, ]+(?<year>\d{4})`);
const NAME_FIRST = date(String.raw`(?<name>[A-Za-z]{3})[a-z]* (?<day>\d{1,2}),? (?<year>\d{4})`);
const DAY_FIRST = date(String.raw`(?<day>\d{1,2})[-/](?<month>\d{1,2})[-/](?<year>\d{4})`);
const MONTH_FIRST = date(String.raw`(?<month>\d{1,2})[-/](?<day>\d{1,2})[-/](?<year>\d{4})`);

function dateParser(sample: readonly string[]): TimeParser {
  const ordered = sample.filter((value) => DAY_FIRST.test(value));
  const isDayFirst = ordered.some((value) => Number(value.split(/[-/]/)[0]) > 12);
  const isMonthFirst = ordered.some((value) => Number(value.split(/[-/]/)[1]) > 12 || /[ap]m/i.test(value));
  // If the sample does not distinguish days from months, such dates are refused.
  const inOrder = isDayFirst !== isMonthFirst ? [isDayFirst ? DAY_FIRST : MONTH_FIRST] : [];
  const forms = [YEAR_FIRST, DAY_DOT, MONTH_NAME, NAME_FIRST, ...inOrder];
  const hasZone = sample.some((value) => /:\d\d(\.\d+)?\s*(Z|UTC|GMT|[+-]\d\d(:?\d\d)?)$/.test(value));
  const order = inOrder.length > 0 ? ` with the ${isDayFirst ? 'day' : 'month'} first` : '';
  return {
    form: `dates${order}${hasZone ? '' : ', read as UTC'}`,
    parse: (value) => {
      const form = forms.find((pattern) => pattern.test(value));
      return form && dateOf(form, value);
    },
  };
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

function dateOf(pattern: RegExp, value: string): number | undefined {
  const parts = pattern.exec(value)?.groups;
  if (!parts) return undefined;
  const { name, fraction = '', half = '' } = parts;
  const number = (part: string, missing: number) => Number(parts[part] ?? missing);
  const month = name ? MONTHS.indexOf(name.toLowerCase()) + 1 : number('month', 1);
  const [year, day] = [number('year', 0), number('day', 1)];
  const [clock, minute, second] = [number('hour', 0), number('minute', 0), number('second', 0)];
  const hour = half ? (clock % 12) + (/p/i.test(half) ? 12 : 0) : clock;
  const milliseconds = Number(`${fraction}000`.slice(0, 3));
  const time = Date.UTC(year, month - 1, day, hour, minute, second, milliseconds);
  // Date.UTC converts a date such as February 30 to a date in March.
  // It also converts years before 100 to years from 1900 on.
  const isReal =
    year >= 100 && month >= 1 && month <= 12 && new Date(Date.UTC(year, month - 1, day)).getUTCDate() === day;
  return isReal && hour < 24 && minute < 60 && second <= 60 ? time - zoneOffset(parts.zone) : undefined;
}

/** Returns the offset of a zone such as +02:00 in milliseconds. */
function zoneOffset(zone: string | undefined): number {
  const [, sign, hours, minutes = '0'] = /^([+-])(\d\d):?(\d\d)?$/.exec(zone ?? '') ?? [];
  return sign ? Number(`${sign}1`) * (Number(hours) * 60 + Number(minutes)) * 60_000 : 0;
}
