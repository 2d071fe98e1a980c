import { InvalidArgumentError } from 'commander';
import type { Range } from '../require-number';

/** Parses an option that is an integer, such as a count or a seed. */
export const integer =
  ({ min, max }: Partial<Range> = {}) =>
  (text: string): number => {
    const value = text.trim() === '' ? NaN : Number(text);
    const isInside = value >= (min ?? -Infinity) && value <= (max ?? Infinity);
    if (Number.isSafeInteger(value) && isInside) return value;
    throw new InvalidArgumentError(`Expected an integer${describeRange(min, max)}.`);
  };

/** Parses an option that is a number, such as a share. */
export const number =
  ({ min, max }: Range) =>
  (text: string): number => {
    const value = text.trim() === '' ? NaN : Number(text);
    if (value >= min && value <= max) return value;
    throw new InvalidArgumentError(`Expected a number${describeRange(min, max)}.`);
  };

/** Parses an option that is one of the given names. Case and hyphens do not matter. */
export const oneOf =
  <Name extends string>(names: readonly Name[]) =>
  (text: string): Name => {
    const wanted = text.trim().toUpperCase().replaceAll('-', '_');
    const name = names.find((known) => known.toUpperCase() === wanted);
    if (name !== undefined) return name;
    throw new InvalidArgumentError(`Expected one of ${names.join(', ')}.`);
  };

/** Parses a comma-separated list. */
export const listOf =
  <Value>(parse: (text: string) => Value) =>
  (text: string): Value[] =>
    text.split(',').map(parse);

/** Parses each value of a variadic argument. */
export const each =
  <Value>(parse: (text: string) => Value) =>
  (text: string, previous: Value[] | undefined): Value[] => [...(previous ?? []), parse(text)];

/** Parses a date such as 2026-01-31, with or without a time. */
export function date(text: string): Date {
  const value = new Date(text);
  if (!Number.isNaN(value.getTime())) return value;
  throw new InvalidArgumentError('Expected a date such as 2026-01-31.');
}

function describeRange(min?: number, max?: number): string {
  if (min !== undefined && max !== undefined) return ` between ${min} and ${max}`;
  if (min !== undefined) return ` ≥ ${min}`;
  return '';
}
