import type { RentalLog } from '../rentals/rental-log';
import type { LoggedList } from './logged-list';

/**
 * Returns the lists that were shown to customers after all of their rentals in a training log. Earlier lists are left
 * out because a policy trained on the log may have learned their outcome.
 */
export function servedAfter(
  { customers, histories }: Pick<RentalLog, 'customers' | 'histories'>,
  lists: readonly LoggedList[],
): LoggedList[] {
  const rentals = new Map(customers.map((id, customer) => [id, histories[customer].length]));
  return lists.filter(({ customer, history }) => history.length >= (rentals.get(customer) ?? 0));
}
