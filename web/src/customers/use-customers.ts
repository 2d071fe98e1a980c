import { useQuery } from '@tanstack/react-query';
import { ask } from '../api/ask';
import { CustomersPageDocument, type CustomersPageQuery } from '../api/operations.generated';

export type ListedCustomer = CustomersPageQuery['customers'][number];

const PAGE = 200;
/** Past this many customers, those beyond are found by id. */
const MOST = 2_000;

/** The store's customers, by id; read once. */
export const useCustomers = () =>
  useQuery({ queryKey: ['customers'], queryFn: readCustomers, staleTime: 5 * 60_000 });

async function readCustomers({ signal }: { signal: AbortSignal }): Promise<ListedCustomer[]> {
  const all: ListedCustomer[] = [];
  while (all.length < MOST) {
    const { customers } = await ask(CustomersPageDocument, { limit: PAGE, offset: all.length }, signal);
    all.push(...customers);
    if (customers.length < PAGE) break;
  }
  const byId = new Intl.Collator('en', { numeric: true });
  return all.sort((a, b) => byId.compare(a.customerId, b.customerId));
}
