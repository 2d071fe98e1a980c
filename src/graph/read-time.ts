const DAYS =
  '(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|02-(?:0[1-9]|1[0-9]|2[0-8])';
const LEAP_DAY = '(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29';
const CLOCK = '(?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:[.][0-9]{1,9})?)?';
/** Matches existing dates only, because datetime() and the whole statement fail for any other date. */
const ISO_TIME = `(?:[0-9]{4}-(?:${DAYS})|${LEAP_DAY})(?:[T ]${CLOCK}(?:Z|[+-](?:0[0-9]|1[0-7]):?[0-5][0-9])?)?`;

/** Numbers are seconds, milliseconds, microseconds or nanoseconds since 1970, by their size. */
const UNITS = [
  { below: '1e11', milliseconds: '* 1000' },
  { below: '1e14', milliseconds: '' },
  { below: '1e17', milliseconds: '/ 1000' },
  { below: '1e20', milliseconds: '/ 1000000' },
];

/**
 * Returns a Cypher expression that reads a time of any kind as a zoned datetime: temporal types, numbers of seconds or
 * milliseconds since 1970, and ISO 8601 text. Times without a zone are UTC. Null for any other value.
 * @param value a property of a node or relationship, such as rented.firstAt
 */
export function readTime(value: string): string {
  const number = `toFloatOrNull(${value})`;
  const branches = [
    `${value} IS :: ZONED DATETIME NOT NULL THEN ${value}`,
    `${value} IS :: LOCAL DATETIME NOT NULL THEN datetime({datetime: ${value}, timezone: 'Z'})`,
    `${value} IS :: DATE NOT NULL THEN datetime({date: ${value}, timezone: 'Z'})`,
    `${value} =~ '${ISO_TIME}' THEN datetime(replace(${value}, ' ', 'T'))`,
    ...UNITS.map(
      ({ below, milliseconds }) =>
        `abs(${number}) < ${below} THEN datetime({epochMillis: toInteger(${number} ${milliseconds})})`,
    ),
  ];
  return `CASE ${branches.map((branch) => `WHEN ${branch}`).join(' ')} END`;
}
