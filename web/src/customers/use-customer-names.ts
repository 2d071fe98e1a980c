import { useSession } from '../session/use-session';
import { personName } from './person-name';
import { useFindCustomers } from './use-find-customers';

/** Returns a function that names a customer: by name if the role may read it, otherwise by id. */
export function useCustomerNames(ids: readonly string[]): (id: string) => string {
  const { can } = useSession();
  const where = { customerId: { in: [...ids] } };
  const { customers } = useFindCustomers(where, Math.max(ids.length, 1), can.names && ids.length > 0);
  const byId = new Map(customers?.map((customer) => [customer.customerId, customer]));
  return (id) => personName(byId.get(id) ?? {}, `Customer ${id}`);
}
