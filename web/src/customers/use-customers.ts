import { useQuery } from '@tanstack/react-query';
import { execute } from '../api/execute';
import { CustomersPageDocument, type CustomersPageQuery } from '../api/operations.generated';

export type ListedCustomer = CustomersPageQuery['customers'][number];

const PAGE = 200;
/** Customers beyond this number can only be found by id. */
const MAX_LOADED = 2_000;

/** The store's customers sorted by id, cached for five minutes. */
export const useCustomers = () =>
  useQuery({ queryKey: ['customers'], queryFn: readCustomers, staleTime: 5 * 60_000 });

async function readCustomers({ signal }: { signal: AbortSignal }): Promise<ListedCustomer[]> {
  const all: ListedCustomer[] = [];
  while (all.length < MAX_LOADED) {
    const { customers } = await execute(CustomersPageDocument, { limit: PAGE, offset: all.length }, signal);
    all.push(...customers);
    if (customers.length < PAGE) break;
  }
  const byId = new Intl.Collator('en', { numeric: true });
  return all.sort((a, b) => byId.compare(a.customerId, b.customerId));
}
