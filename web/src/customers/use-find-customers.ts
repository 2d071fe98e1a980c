import {
  type CustomerWhere,
  FindCustomersDocument,
  FindCustomersWithNamesDocument,
} from '../api/operations.generated';
import { useApiQuery } from '../api/use-api-query';
import { useSession } from '../session/use-session';

/** A customer. The names are undefined if the role may not read them. */
export interface ListedCustomer {
  customerId: string;
  firstName?: string | null;
  lastName?: string | null;
}

/** Finds customers, sorted by id, with names if the role may read them. */
export function useFindCustomers(where: CustomerWhere, limit: number, enabled = true) {
  const { can } = useSession();
  const options = (isUsed: boolean) => ({ enabled: enabled && isUsed, keepPrevious: true });
  const ids = useApiQuery(FindCustomersDocument, { where, limit }, options(!can.names));
  const names = useApiQuery(FindCustomersWithNamesDocument, { where, limit }, options(can.names));
  const { data, error, isPending, isFetching, refetch } = can.names ? names : ids;
  const customers: readonly ListedCustomer[] | undefined = data?.customers;
  return { customers, error, isPending, isFetching, refetch };
}
