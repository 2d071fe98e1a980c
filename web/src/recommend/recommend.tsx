import { useState } from 'react';
import { RentedFilmsDocument } from '../api/operations.generated';
import { Problem } from '../api/problem';
import { useApiQuery } from '../api/use-api-query';
import { CustomerPicker } from '../customers/customer-picker';
import { personName } from '../customers/person-name';
import { useCustomers } from '../customers/use-customers';
import { Loading } from '../frame/loading';
import { useTitle } from '../frame/use-title';
import { useUrlState } from '../url/use-url-state';
import { OnePolicy } from './one-policy';
import { RentedList } from './rented-list';
import { SideBySide } from './side-by-side';
import { WhatIf } from './what-if';
import { readFilters } from './filters';
import { FiltersForm } from './filters-form';
import styles from './recommend.module.css';

const MAX_RENTALS = 100;

/** The recommendations for a customer, with reasons, filters and rentals. */
export function Recommend() {
  const url = useUrlState();
  const [isExpanded, setExpanded] = useState(false);
  const customers = useCustomers();
  const customer = url.get('customer') ?? customers.data?.[0]?.customerId;
  const rented = useApiQuery(
    RentedFilmsDocument,
    { customer: customer ?? '', first: MAX_RENTALS },
    { enabled: customer !== undefined, keepPrevious: true },
  );
  const who = rented.data?.customers[0];
  const name = who ? personName(who, `Customer ${who.customerId}`) : '';
  useTitle(name ? `For ${name}` : 'Recommend');

  if (!customer) {
    if (customers.error) return <Problem error={customers.error} retry={() => void customers.refetch()} />;
    return customers.isPending ? <Loading label="customers" /> : <NoCustomers />;
  }
  const side = url.get('show') === 'policies';
  const filters = readFilters(url);
  return (
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
          className={`quiet ${styles.expand}`}
          aria-expanded={isExpanded}
          onClick={() => setExpanded(!isExpanded)}
        >
          Policy and filters
        </button>
        <div className={styles.filters} data-expanded={isExpanded || undefined}>
          <FiltersForm filters={filters} url={url} side={side} />
        </div>
      </aside>
      <div className={styles.answer}>
        <div className={styles.title}>
          <h1>{name ? `For ${name}` : 'Recommendations'}</h1>
          <div className="choices" role="group" aria-label="View">
            <button type="button" aria-pressed={!side} onClick={() => url.set({ show: undefined })}>
              One policy
            </button>
            <button type="button" aria-pressed={side} onClick={() => url.set({ show: 'policies' })}>
              All policies
            </button>
          </div>
        </div>
        {rented.data && !who ? (
          <p className="blank">No customer has the id {customer}. Search for another one.</p>
        ) : side ? (
          <SideBySide customer={customer} filters={filters} />
        ) : (
          <OnePolicy customer={customer} filters={filters} url={url} />
        )}
        {rented.error ? (
          <Problem error={rented.error} retry={() => void rented.refetch()} />
        ) : (
          who && <RentedList customer={who} />
        )}
      </div>
    </div>
  );
}

const NoCustomers = () => (
  <div className="blank">
    <h1>The store has no customers</h1>
    <p>
      Import data, then reload this page: <code>npm run import -- sample</code>
    </p>
  </div>
);
