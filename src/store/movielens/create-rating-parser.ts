import { parseNumber } from '../values/parse-number';

/** The accepted formats of ratings, for messages. */
export const RATING_FORMS = 'a number such as 4, 4.5, 4,5 or 4/5';

const FRACTION = /^\s*(\d+(?:[.,]\d+)?)\s*\/\s*(\d+)\s*$/;

/**
 * Creates a parser of ratings. It returns the number, or the numerator of a fraction such as 4/5; undefined for other
 * values, and for a fraction whose denominator differs from the first.
 */
export function createRatingParser(): (value: string) => number | undefined {
  let scale: string | undefined;
  return (value) => {
    const number = parseNumber(value);
    if (number !== undefined) return number;
    const [, numerator, denominator] = FRACTION.exec(value) ?? [];
    if (!denominator) return undefined;
    scale ??= denominator;
    return denominator === scale ? parseNumber(numerator) : undefined;
  };
}
