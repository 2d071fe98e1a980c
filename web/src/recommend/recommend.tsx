import { useState } from 'react';
import { RentedFilmsDocument } from '../api/operations.generated';
import { Problem } from '../api/problem';
import { useApiQuery } from '../api/use-api-query';
import { CustomerPicker } from '../customers/customer-picker';
import { useCustomerNames } from '../customers/use-customer-names';
import { useFindCustomers } from '../customers/use-find-customers';
import { Loading } from '../frame/loading';
import { useTitle } from '../frame/use-title';
import { RoleNote } from '../session/role-note';
import { useSession } from '../session/use-session';
import { StaleNote } from '../status/stale-note';
import { useUrlState } from '../url/use-url-state';
import { readFilters } from './filters';
import { FiltersForm } from './filters-form';
import { OnePolicy } from './one-policy';
import { RentedList } from './rented-list';
import { SideBySide } from './side-by-side';
import { WhatIf } from './what-if';
import styles from './recommend.module.css';

const MAX_RENTALS = 100;

/** The recommendations for a customer, with reasons, filters and rentals. */
export function Recommend() {
  const url = useUrlState();
  const [isExpanded, setExpanded] = useState(false);
  const session = useSession();
  const chosen = url.get('customer');
  const first = useFindCustomers({}, 1, chosen === undefined);
  const customer = chosen ?? first.customers?.[0]?.customerId;
  const rented = useApiQuery(
    RentedFilmsDocument,
    { customer: customer ?? '', first: MAX_RENTALS },
    { enabled: customer !== undefined, keepPrevious: true },
  );
  const who = rented.data?.customers[0];
  const nameOf = useCustomerNames(customer ? [customer] : []);
  const name = customer ? nameOf(customer) : '';
  useTitle(name ? `For ${name}` : 'Recommend');

  if (customer === undefined) {
    if (first.error && !first.customers) {
      return <Problem error={first.error} retry={() => void first.refetch()} />;
    }
    return first.isPending ? <Loading label="customers" rows={8} /> : <NoCustomers />;
  }
  const side = url.get('show') === 'policies';
  const filters = readFilters(url);
  return (
    <>
      <RoleNote restriction={restrictionOf(session)} />
      <div className={styles.view}>
        <aside className={styles.controls} aria-label="Customer, policy and filters">
          <CustomerPicker
            size="large"
            value={name}
            onPick={(id) => url.set({ customer: id, imagine: undefined, film: undefined })}
          />
          <WhatIf imagine={filters.imagine} onChange={(imagine) => url.set({ imagine })} />
          <button
            type="button"
            className={`secondary ${styles.expand}`}
            aria-expanded={isExpanded}
            onClick={() => setExpanded(!isExpanded)}
          >
            Policy and filters
          </button>
          <div className={styles.options} data-expanded={isExpanded || undefined}>
            <FiltersForm filters={filters} url={url} side={side} />
          </div>
        </aside>
        <div className={styles.answer}>
          <div className={styles.title}>
            <h1 dir="auto">For {name}</h1>
            <div className="segmented" role="group" aria-label="View">
              <button type="button" aria-pressed={!side} onClick={() => url.set({ show: undefined })}>
                One policy
              </button>
              <button type="button" aria-pressed={side} onClick={() => url.set({ show: 'policies' })}>
                All policies
              </button>
            </div>
          </div>
          {rented.data && !who && !rented.isPlaceholderData ? (
            <p className="empty-state">No customer has the id {customer}. Search for another one.</p>
          ) : side ? (
            <SideBySide customer={customer} filters={filters} />
          ) : (
            <OnePolicy customer={customer} filters={filters} url={url} />
          )}
          <StaleNote query={rented} />
          {who ? (
            <RentedList customer={who} />
          ) : rented.error ? (
            <Problem error={rented.error} retry={() => void rented.refetch()} />
          ) : (
            rented.isPending && <Loading label="rentals" rows={4} />
          )}
        </div>
      </div>
    </>
  );
}

function restrictionOf({ role, can }: ReturnType<typeof useSession>): string | undefined {
  if (role === 'CUSTOMER') return 'Only your own rentals and recommendations are visible.';
  if (!can.names) return 'Customer names are hidden, so customers are listed by id.';
  return undefined;
}

const NoCustomers = () => (
  <div className="empty-state">
    <h1>The store has no customers</h1>
    <p>
      Import data, then reload this page: <code>npm run import -- sample</code>
    </p>
  </div>
);
