/** ISO 8601: a date, or a date and a time with an optional offset. */
const DATE_TIME = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d)(?:\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)?)?$/;

/** The largest offset from UTC that Neo4j accepts, in minutes. */
const MAX_OFFSET_MINUTES = 18 * 60;

/** Returns whether a value is an existing date, or date and time, that Neo4j's datetime() accepts. */
export function isDateTime(value: unknown): boolean {
  const match = typeof value === 'string' ? DATE_TIME.exec(value) : null;
  if (!match) return false;
  const [year, month, day, hour, minute, second] = match.slice(1, 7).map((part) => Number(part ?? 0));
  return (
    year >= 1 &&
    month >= 1 &&
    month <= 12 &&
    day >= 1 &&
    day <= daysIn(year, month) &&
    hour <= 23 &&
    minute <= 59 &&
    second <= 59 &&
    isOffset(match[7])
  );
}

/** @param month 1 to 12 */
function daysIn(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

const isLeapYear = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

function isOffset(offset: string | undefined): boolean {
  if (!offset || offset === 'Z') return true;
  const [hours, minutes] = offset.slice(1).split(':').map(Number);
  return minutes <= 59 && hours * 60 + minutes <= MAX_OFFSET_MINUTES;
}
