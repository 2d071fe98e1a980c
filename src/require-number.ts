import { AppError } from './app-error';

/** The limits of a number, both inclusive. */
export interface Range {
  readonly min: number;
  readonly max: number;
}

/** The range of arguments that set the length of a list. */
export const PAGE: Range = { min: 1, max: 100 };

/**
 * Checks an argument that must be an integer.
 * @throws AppError BAD_USER_INPUT
 */
export function requireInteger(name: string, value: number, { min, max }: Range = PAGE): void {
  if (Number.isSafeInteger(value) && value >= min && value <= max) return;
  throw new AppError(
    'BAD_USER_INPUT',
    `Invalid ${name} ${value}: expected an integer between ${min} and ${max}.`,
  );
}

/**
 * Checks an argument that must be a number.
 * @throws AppError BAD_USER_INPUT
 */
export function requireNumber(name: string, value: number, { min, max }: Range): void {
  if (value >= min && value <= max) return;
  throw new AppError(
    'BAD_USER_INPUT',
    `Invalid ${name} ${value}: expected a number between ${min} and ${max}.`,
  );
}
