import { AppError } from '../app-error';

/**
 * Makes sure that `first` can be served.
 * @throws AppError BAD_USER_INPUT
 */
export function requireFirst(first: number, most = 100): void {
  if (first >= 1 && first <= most) return;
  throw new AppError('BAD_USER_INPUT', `first is ${first}; it takes a whole number from 1 to ${most}.`);
}
