import { AppError } from '../app-error';

/**
 * Makes sure that `first`, or an argument of another name that says how many, can be served.
 * @throws AppError BAD_USER_INPUT
 */
export function requireFirst(first: number, most = 100, name = 'first'): void {
  if (first >= 1 && first <= most) return;
  throw new AppError('BAD_USER_INPUT', `${name} is ${first}; it takes a whole number from 1 to ${most}.`);
}
