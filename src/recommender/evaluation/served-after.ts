import type { RentalLog } from '../rentals/rental-log';
import type { LoggedList } from './logged-list';

/**
 * The lists that were served to customers after all of their rentals in a log. Policies that learned from the log
 * know nothing of what came of these lists; of earlier ones they might have learned it.
 */
export function servedAfter(
  { customers, histories }: Pick<RentalLog, 'customers' | 'histories'>,
  lists: readonly LoggedList[],
): LoggedList[] {
  const rentals = new Map(customers.map((id, customer) => [id, histories[customer].length]));
  return lists.filter(({ customer, history }) => history.length >= (rentals.get(customer) ?? 0));
}
